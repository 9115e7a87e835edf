import { implement } from '@orpc/server';
import { countSome } from '#kernel/personal-data/count.ts';
import { type QueryContext, requireAction } from '#kernel/query/context.ts';
import { queries } from '../contract/queries.ts';
import { actions } from '../contract/rules.ts';
import { backupView } from './backup-view.ts';
import type { PrivacyDoors } from './doors.ts';
import { kindViews } from './keeping.ts';
import { keysView } from './keys-view.ts';
import { countUndertakings, findPapers, hasNotice } from './store.ts';

export function privacyQueries(doors: PrivacyDoors) {
  const os = implement(queries).$context<QueryContext>();
  return os.router({
    kinds: os.kinds.handler(async ({ context }) => {
      requireAction(context, actions.read);
      return { kinds: await kindViews(context.tx, doors.personalData, context.now, countSome) };
    }),
    papers: os.papers.handler(async ({ context, input }) => {
      requireAction(context, actions.read);
      const papers = await findPapers(context.tx, input.kind);
      const names = await doors.members.names(
        context.tx,
        papers.map(({ savedBy }) => savedBy),
      );
      return {
        editions: papers.map((paper) => ({
          ...paper,
          fields: { ...paper.fields },
          savedByName: names.get(paper.savedBy) ?? null,
        })),
      };
    }),
    notice: os.notice.handler(async ({ context }) => {
      requireAction(context, actions.read);
      return { confirmed: await hasNotice(context.tx) };
    }),
    keys: os.keys.handler(async ({ context }) => {
      requireAction(context, actions.read);
      return keysView(context.tx, doors);
    }),
    backup: os.backup.handler(async ({ context }) => {
      requireAction(context, actions.read);
      return backupView(context.tx, doors.keys, context.now);
    }),
    undertakings: os.undertakings.handler(async ({ context }) => {
      requireAction(context, actions.read);
      return countUndertakings(context.tx);
    }),
  });
}
