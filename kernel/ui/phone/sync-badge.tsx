import { FaceShape } from '../face.tsx';
import { uiText } from '../messages/index.ts';
import { useText } from '../use-text.ts';

export interface SyncCounts {
  /** Entries in the outbox that the server has not confirmed. */
  readonly pending: number;
  /** Entries the server refused and the person has not looked at. */
  readonly refused: number;
  readonly offline: boolean;
  /** Nothing was ever pulled here: nothing may be called synced. */
  readonly never: boolean;
}

/** "◌ 12 待同步": what is not yet confirmed, always in sight. Refusals come first: they want a look. */
export function SyncBadge({ pending, refused, offline, never }: SyncCounts) {
  const t = useText(uiText);
  if (refused > 0) {
    return (
      <span className="face face-refused">
        <FaceShape face="refused" />
        {t('sync.refused', { count: refused })}
      </span>
    );
  }
  if (pending > 0 || offline || never) {
    return (
      <span className="face face-pending">
        <FaceShape face="pending" />
        {pending > 0 ? t('sync.pending', { count: pending }) : offline ? t('sync.offline') : t('sync.never')}
      </span>
    );
  }
  return (
    <span className="face face-done">
      <FaceShape face="done" />
      {t('sync.none')}
    </span>
  );
}
