import { useEffect } from 'react';
import { FaceShape } from '../face.tsx';
import { noticeCell } from '../notices.ts';
import { useCell } from '../store.ts';

const STAYS_MS = 3_200;

/** Shows what `notify` says. Stands once in the phone's shell. */
export function PhoneToast() {
  const notice = useCell(noticeCell);
  useEffect(() => {
    if (!notice) return;
    const timer = setTimeout(() => noticeCell.set(null), STAYS_MS);
    return () => clearTimeout(timer);
  }, [notice]);
  return (
    <div role="status" aria-live="polite">
      {notice ? (
        <div className="phone-toast" key={notice.id}>
          <FaceShape face={notice.tone} />
          <span>{notice.text}</span>
        </div>
      ) : null}
    </div>
  );
}
