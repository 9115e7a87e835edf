import { implement } from '@orpc/server';
import { type GroupId, leading } from '#core/accounts/contract.ts';
import { can } from '#kernel/access/access.ts';
import { ProblemError } from '#kernel/problem/problem.ts';
import { type QueryContext, queryProblems, requireAction } from '#kernel/query/context.ts';
import { loadSettings } from '#kernel/settings/server/store.ts';
import { settingAt } from '#kernel/settings/setting.ts';
import { handoversQueries } from '../contract/queries.ts';
import { actions } from '../contract/rules.ts';
import { handoversSettings } from '../contract/settings.ts';
import { inOrder, isOpen, noteIsLate, pointIsLate, takenOverBy } from '../domain/standing.ts';
import type { HandoversDoors } from './doors.ts';
import { find, ofGroup } from './store.ts';

const os = implement(handoversQueries).$context<QueryContext>();

export const handoversRouter = (doors: HandoversDoors) =>
  os.router({
    board: os.board.handler(async ({ context, input: { group } }) => {
      requireLead(context, group);
      return board(context, doors, group);
    }),
  });

function requireLead(context: QueryContext, group: GroupId): void {
  requireAction(context, actions.see);
  if (!can({ lead: leading(group) }, context.actor, 'lead', context.now))
    throw new ProblemError(queryProblems['not-allowed'], { action: actions.see });
}

async function board({ tx, now }: QueryContext, doors: HandoversDoors, group: GroupId) {
  const { notes, readings, points, deeds } = await find(tx, ofGroup(tx, group));
  const settings = await loadSettings(tx);
  const minutes = settingAt(handoversSettings.confirm, settings, now).value;
  const hours = settingAt(handoversSettings.pointLate, settings, now).value;
  const names = await doors.members.names(
    tx,
    [...notes, ...readings, ...points, ...deeds].map(({ by }) => by),
  );
  const named = <Row extends { readonly by: string }>(row: Row) => ({
    ...row,
    byName: names.get(row.by) ?? '',
  });
  return {
    notes: notes
      .map((note) => {
        const read = readings.filter(({ noteId }) => noteId === note.id);
        const taken = takenOverBy(note, read);
        const late = noteIsLate(note, read, minutes, now);
        return { ...named(note), chips: [...note.chips], takenOver: taken && named(taken), late };
      })
      .reverse(),
    points: points.map((point) => {
      const own = inOrder(deeds.filter(({ pointId }) => pointId === point.id));
      const state = isOpen(own) ? ('open' as const) : ('done' as const);
      return { ...named(point), state, late: pointIsLate(point, own, hours, now), deeds: own.map(named) };
    }),
  };
}
