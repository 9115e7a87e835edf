import { useEffect } from 'react';
import { useSyncState } from '#kernel/sync/client/hooks.ts';
import { notify } from '#kernel/ui/notices.ts';
import { useSession } from '#kernel/ui/session.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { enterPractice, leavePractice } from '../client/place.ts';
import { text } from '../messages/index.ts';
import { useMove } from './use-move.ts';

/**
 * Beneath every framed screen. The server takes nothing for this world any more: a leader started practice over, or
 * the session ended. The learner goes on in the new world, or back to where he or she really works.
 */
export default function PracticeWatch() {
  const t = useText(text);
  const { signedOut } = useSyncState();
  const session = useSession();
  const stopped = signedOut && Boolean(session?.practisesFor);
  const { move } = useMove();
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each stop, with what is there then
  useEffect(() => {
    if (!stopped) return;
    void (async () => {
      if (await move(enterPractice)) notify('done', t('reset-gone'));
      else await move(leavePractice);
    })();
  }, [stopped]);
  return null;
}
