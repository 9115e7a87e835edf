import { ProblemError } from '#kernel/problem/problem.ts';
import { useSyncClient } from '#kernel/sync/client/hooks.ts';
import { flash } from '#kernel/ui/phone/index.ts';
import { problemText } from '#kernel/ui/text.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { visitsText } from '../../messages/visits.ts';

/** What the phone's own rules say at once; a refusal has been shown already. */
export type Told = 'done' | 'flagged' | 'refused';

/** Keeps a command durably and tells at once how it looks from here; a full storage is told, never swallowed. */
export function useDispatch(): (kind: string, body: unknown) => Promise<Told> {
  const t = useText(visitsText);
  const language = useLanguage();
  const client = useSyncClient();
  return async (kind, body) => {
    try {
      const result = await client.dispatch(kind, body);
      if (result.outcome === 'pending') return result.flags.length > 0 ? 'flagged' : 'done';
      flash('refused', problemText(result.problem, language));
      return 'refused';
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      flash('refused', t('storage-full'));
      return 'refused';
    }
  };
}
