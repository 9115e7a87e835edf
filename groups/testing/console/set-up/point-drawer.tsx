import { useState } from 'react';
import { filePath } from '#kernel/files/contract.ts';
import { DetailDrawer, StateFace } from '#kernel/ui/console/index.ts';
import { requireSession } from '#kernel/ui/session.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { whenText } from '#kernel/ui/when.ts';
import type { SetUpCheckView, SetUpPointView } from '../../contract/set-up-queries.ts';
import { pointWords } from '../../messages/point-words.ts';
import { setUpText } from '../../messages/set-up.ts';
import { PointState } from './point-state.tsx';
import './set-up.css';

/** A point with everything that was said of it, the latest first, and its photos. */
export function PointDrawer({ point, onClose }: { point: SetUpPointView | null; onClose: () => void }) {
  const t = useText(setUpText);
  const language = useLanguage();
  return (
    <DetailDrawer title={point ? pointWords(point, language) : ''} open={point !== null} onClose={onClose}>
      {point ? (
        <>
          <PointState state={point.state} />
          <h3>{t('history.title')}</h3>
          {point.checks.length === 0 ? <p>{t('history.none')}</p> : null}
          <ol className="set-up-history">
            {point.checks.map((check) => (
              <li key={check.checkId}>
                <Said check={check} words={pointWords(point, language)} />
              </li>
            ))}
          </ol>
        </>
      ) : null}
    </DetailDrawer>
  );
}

function Said({ check, words }: { check: SetUpCheckView; words: string }) {
  const t = useText(setUpText);
  const language = useLanguage();
  const at = whenText(check.at, language);
  return (
    <>
      <p>
        <strong>{t(`outcome.${check.outcome}`)}</strong>{' '}
        {t('history.by', { at, name: check.byName ?? t('history.gone') })}
      </p>
      {check.note === '' ? null : <p>{check.note}</p>}
      {check.photo ? <Photo photo={check.photo} alt={t('photo.alt', { point: words, at })} /> : null}
    </>
  );
}

function Photo({ photo, alt }: { photo: NonNullable<SetUpCheckView['photo']>; alt: string }) {
  const t = useText(setUpText);
  const [failed, setFailed] = useState(false);
  if (photo.state === 'coming') return <StateFace face="pending" word={t('photo.coming')} />;
  if (photo.state === 'gone') return <p>{t('photo.gone')}</p>;
  if (failed) return <p role="alert">{t('photo.failed')}</p>;
  const { areaId } = requireSession();
  return (
    <img
      className="set-up-photo"
      src={filePath(areaId, photo.fileId)}
      alt={alt}
      onError={() => setFailed(true)}
    />
  );
}
