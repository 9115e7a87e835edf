import { ProblemError } from '#kernel/problem/problem.ts';
import { useSyncClient } from '#kernel/sync/client/hooks.ts';
import { flash } from '#kernel/ui/phone/index.ts';
import { problemText } from '#kernel/ui/text.ts';
import { useLanguage } from '#kernel/ui/use-text.ts';
import '../messages/problems.ts';

/** Keeps what I did durably; false where it could not be, which has been told. */
export function useLearn(): (
  kind: 'conduct.take-quiz' | 'conduct.acknowledge',
  body: object,
) => Promise<boolean> {
  const language = useLanguage();
  const client = useSyncClient();
  return async (kind, body) => {
    try {
      const result = await client.dispatch(kind, body);
      if (result.outcome === 'pending') return true;
      flash('refused', problemText(result.problem, language));
      return false;
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      flash('refused', problemText(error.problem, language));
      return false;
    }
  };
}
