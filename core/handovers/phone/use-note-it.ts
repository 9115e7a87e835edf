import { ProblemError } from '#kernel/problem/problem.ts';
import { useSyncClient } from '#kernel/sync/client/hooks.ts';
import { flash } from '#kernel/ui/phone/index.ts';
import { problemText } from '#kernel/ui/text.ts';
import { useLanguage } from '#kernel/ui/use-text.ts';
import type { HandoversKind } from '../contract/commands.ts';
import '../messages/problems.ts';

/** Keeps what happened durably and says so; false where it could not be kept, which has been told. */
export function useNoteIt(): (kind: HandoversKind, body: object, done: string) => Promise<boolean> {
  const language = useLanguage();
  const client = useSyncClient();
  return async (kind, body, done) => {
    try {
      const result = await client.dispatch(kind, body);
      if (result.outcome === 'pending') {
        flash('done', done);
        return true;
      }
      flash('refused', problemText(result.problem, language));
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      flash('refused', problemText(error.problem, language));
    }
    return false;
  };
}
