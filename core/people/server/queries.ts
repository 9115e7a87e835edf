import { implement } from '@orpc/server';
import { sql } from 'kysely';
import { can } from '#kernel/access/access.ts';
import { ProblemError } from '#kernel/problem/problem.ts';
import { type QueryContext, requireAction } from '#kernel/query/context.ts';
import { loadSettings } from '#kernel/settings/server/store.ts';
import { settingAt } from '#kernel/settings/setting.ts';
import { queries } from '../contract/queries.ts';
import type { LookSource } from '../contract/readers.ts';
import { actions, problems } from '../contract/rules.ts';
import { peopleSettings } from '../contract/settings.ts';
import { AreaSearches } from './area-search.ts';
import { byHandQueries } from './by-hand-queries.ts';
import { countByBuilding } from './cards.ts';
import { findListLooks } from './list-looks.ts';
import { countLookers, findLooks, findTags, lookedValues } from './look-store.ts';
import { countRegisterRows, findRegisterRows, registerCondition } from './register-rows.ts';
import type { SubjectDoors } from './subject-copy.ts';

const os = implement(queries).$context<QueryContext>();
const searches = new AreaSearches();

/** More hits of a typed text than anybody pages through. */
const MOST_HITS = 2_000;
const FIRST_PAGE = { sort: 'address', descending: false, offset: 0, limit: 500 } as const;

export const peopleQueries = (doors: SubjectDoors, lists: readonly LookSource[] = []) =>
  os.router({
    ...byHandQueries(doors),
    registerList: os.registerList.handler(async ({ context, input }) => {
      requireAction(context, actions.readRegister);
      const { tx } = context;
      const text = input.filter.text?.trim();
      const hits = text ? (await searches.of(tx)).find(text, MOST_HITS).map((row) => row.id) : null;
      const which = registerCondition(input.filter, hits);
      const { compoundId, buildingId } = input.filter;
      const byPlace = compoundId !== undefined || buildingId !== undefined;
      return {
        rows: await findRegisterRows(tx, which, input),
        total: await countRegisterRows(tx, which, byPlace),
      };
    }),

    dwelling: os.dwelling.handler(async ({ context, input }) => {
      requireAction(context, actions.readRegister);
      const which = sql`r.dwelling_id = ${input.dwellingId} and r.ended_at is null`;
      return { rows: await findRegisterRows(context.tx, which, FIRST_PAGE) };
    }),

    resident: os.resident.handler(async ({ context, input }) => {
      requireAction(context, actions.readRegister);
      const [row] = await findRegisterRows(context.tx, sql`r.id = ${input.residentId}`, FIRST_PAGE);
      if (!row) throw new ProblemError(problems['resident-unknown']);
      return row;
    }),

    search: os.search.handler(async ({ context, input }) => {
      requireAction(context, actions.search);
      const { rules, actor, now, tx } = context;
      const seesNames = can(rules, actor, actions.readRegister, now);
      const rows = (await searches.of(tx)).find(input.text, input.limit);
      return {
        found: rows.map(
          ({ id, dwellingId, name, maskedName, compound, building, entrance, room, away, tags }) => ({
            id,
            dwellingId,
            name: seesNames ? name : maskedName,
            compound,
            building,
            entrance,
            room,
            away,
            tags: [...tags],
          }),
        ),
      };
    }),

    counts: os.counts.handler(async ({ context }) => {
      requireAction(context, actions.search);
      return { buildings: await countByBuilding(context.tx, sql`true`) };
    }),

    tags: os.tags.handler(async ({ context }) => {
      requireAction(context, actions.readRegister);
      return { tags: await findTags(context.tx) };
    }),

    looked: os.looked.handler(async ({ context, input }) => {
      requireAction(context, actions.look);
      return { values: await lookedValues(context.tx, input.lookId, context.actor.id, context.now) };
    }),

    lookers: os.lookers.handler(async ({ context }) => {
      requireAction(context, actions.readLooks);
      const { tx, now } = context;
      const many = settingAt(peopleSettings.manyLooks, await loadSettings(tx), now).value;
      return { many, lookers: await countLookers(tx, now) };
    }),

    looks: os.looks.handler(async ({ context, input }) => {
      requireAction(context, actions.readLooks);
      return {
        looks: await findLooks(context.tx, input),
        lists: input.residentId ? [] : await findListLooks(context.tx, lists, input, input.language),
      };
    }),
  });
