import { useState } from 'react';
import { useCell } from '#kernel/ui/store.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { text } from './messages/index.ts';
import { takeVersion, waitingVersion } from './service-worker.ts';

/** Offers a new version on the first page only, so that it never comes between a person and the work. */
export function UpdateBar() {
  const t = useText(text);
  const waiting = useCell(waitingVersion);
  const [later, setLater] = useState(false);
  if (!waiting || later) return null;
  return (
    <section className="phone-card" aria-label={t('update-title')}>
      <strong>{t('update-title')}</strong>
      <p>{t('update-why')}</p>
      <div className="button-row">
        <button type="button" className="side-button" onClick={() => setLater(true)}>
          {t('update-later')}
        </button>
        <button type="button" className="side-button" onClick={takeVersion}>
          {t('update-do')}
        </button>
      </div>
    </section>
  );
}
