import type { NewFile } from '#kernel/files/client/describe.ts';
import { ProblemError } from '#kernel/problem/problem.ts';
import { useSyncClient } from '#kernel/sync/client/hooks.ts';
import { flash } from '#kernel/ui/phone/index.ts';
import { newId } from '#kernel/ui/submit.ts';
import { problemText } from '#kernel/ui/text.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import type { CheckOutcome, SetUpPoint } from '../../contract/set-up-rows.ts';
import { setUpText } from '../../messages/set-up.ts';

export interface Said {
  readonly outcome: CheckOutcome;
  readonly note: string;
  readonly photo: NewFile | null;
}

/** Keeps what was said of a point, with its photo, durably; a full storage is told, never swallowed. */
export function useCheck(): (point: SetUpPoint, said: Said) => Promise<boolean> {
  const t = useText(setUpText);
  const language = useLanguage();
  const client = useSyncClient();
  return async ({ id: pointId, roundId }, { outcome, note, photo }) => {
    const body = {
      roundId,
      checkId: newId(),
      pointId,
      outcome,
      note: note.trim(),
      photo: photo?.ref ?? null,
    };
    try {
      await client.dispatch('testing.check-point', body, photo ? [photo] : []);
      flash('done', t('phone.saved'));
      return true;
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      flash('refused', problemText(error.problem, language));
      return false;
    }
  };
}
