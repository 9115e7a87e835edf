import type { NewFile } from '../../files/client/describe.ts';
import { ProblemError } from '../../problem/problem.ts';
import { useSyncClient } from '../../sync/client/hooks.ts';
import { problemText } from '../text.ts';
import { useLanguage } from '../use-text.ts';
import { flash } from './flash.tsx';

/** What the phone's own rules say at once; a refusal has been shown already. */
type Told = 'done' | 'flagged' | 'refused';

/** Keeps a command durably and tells at once how it looks from here; a full storage is told, never swallowed. */
export function useDispatch(): (kind: string, body: unknown, files?: readonly NewFile[]) => Promise<Told> {
  const language = useLanguage();
  const client = useSyncClient();
  return async (kind, body, files = []) => {
    try {
      const result = await client.dispatch(kind, body, files);
      if (result.outcome === 'pending') return result.flags.length > 0 ? 'flagged' : 'done';
      flash('refused', problemText(result.problem, language));
      return 'refused';
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      flash('refused', problemText(error.problem, language));
      return 'refused';
    }
  };
}
