import { type ReactNode, useLayoutEffect } from 'react';
import { useSession } from '#kernel/ui/session.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { text } from '../messages/index.ts';
import './practice.css';

/**
 * Around a whole shell, outside its router: no screen can forget it. In practice a hatched frame in a colour used
 * nowhere else and a band with the word lie over everything, dialogs too; in a real area nothing is drawn.
 */
export function PracticeFrame({ children }: { children: ReactNode }) {
  const t = useText(text);
  const practises = Boolean(useSession()?.practisesFor);
  // What sticks to the top of a shell sticks below the band.
  useLayoutEffect(() => {
    document.documentElement.classList.toggle('practising', practises);
  }, [practises]);
  return (
    <>
      {practises ? (
        <>
          <div className="practice-band" role="note">
            <strong>{t('practice')}</strong>
            <span>{t('band')}</span>
          </div>
          <div className="practice-frame" aria-hidden="true" />
        </>
      ) : null}
      {children}
    </>
  );
}
