import { useSyncState } from '../../sync/client/hooks.ts';
import { SyncBadge } from './sync-badge.tsx';

/** The badge of this phone as it stands, for the title line of a task that hides the tabs. */
export function SyncNow() {
  const { pending, refused, online, lastSync } = useSyncState();
  return <SyncBadge pending={pending} refused={refused} offline={!online} never={lastSync === null} />;
}
