import { implement } from '@orpc/server';
import { type QueryContext, requireAction } from '#kernel/query/context.ts';
import { loadSettings } from '#kernel/settings/server/store.ts';
import { settingAt } from '#kernel/settings/setting.ts';
import { actions } from '../contract/access.ts';
import { queries } from '../contract/queries.ts';
import { settings } from '../contract/settings.ts';
import type { PassesDoors } from './doors.ts';
import { readCandidates } from './read-candidates.ts';
import { readCounts, readList } from './read-list.ts';
import { readSigned } from './read-signed.ts';

const os = implement(queries).$context<QueryContext>();

export const passesRouter = (doors: PassesDoors) =>
  os.router({
    list: os.list.handler(async ({ context, input }) => {
      requireAction(context, actions.oversee);
      return readList(context.tx, doors, input, context.now);
    }),
    counts: os.counts.handler(async ({ context }) => {
      requireAction(context, actions.oversee);
      const { tx, now } = context;
      const longest = settingAt(settings.longestDays, await loadSettings(tx), now);
      return { ...(await readCounts(tx, doors, now)), longestDays: longest.value };
    }),
    candidates: os.candidates.handler(async ({ context, input }) => {
      requireAction(context, actions.issue);
      const { buildingId, by } = input;
      return { candidates: await readCandidates(context.tx, doors, buildingId, by, context.now) };
    }),
    signed: os.signed.handler(async ({ context, input }) => {
      requireAction(context, actions.issue);
      return { passes: await readSigned(context.tx, doors, input.passIds, context.now) };
    }),
  });
