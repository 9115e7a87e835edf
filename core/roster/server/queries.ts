import { implement } from '@orpc/server';
import type { Actor } from '#kernel/access/access.ts';
import { can } from '#kernel/access/access.ts';
import { type QueryContext, requireAction } from '#kernel/query/context.ts';
import { rosterQueries } from '../contract.ts';
import { dutiesBetween } from './store.ts';

const os = implement(rosterQueries).$context<QueryContext>();

export const rosterRouter = os.router({
  duties: os.duties.handler(async ({ context, input }) => {
    requireAction(context, 'roster:see-duties');
    const { tx, actor, rules, now } = context;
    const mine = can(rules, actor, 'roster:see-all-groups', now) ? null : ledGroups(actor, now);
    const wanted =
      input.group === undefined ? mine : (mine ?? [input.group]).filter((g) => g === input.group);
    return { duties: [...(await dutiesBetween(tx, input.from, input.until, wanted))] };
  }),
});

function ledGroups(actor: Actor, now: number): string[] {
  return actor.grants
    .filter((g) => g.from <= now && (g.until === null || now < g.until))
    .flatMap((g) => /^role:(?:leader|deputy):(.+)$/.exec(g.grant)?.[1] ?? []);
}
