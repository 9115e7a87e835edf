import { useState } from 'react';
import { filePath } from '#kernel/files/contract.ts';
import { StateFace } from '#kernel/ui/console/index.ts';
import { requireSession } from '#kernel/ui/session.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { whenText } from '#kernel/ui/when.ts';
import type { PassageView } from '../../contract/flow-queries.ts';
import { emergencyName } from '../../messages/emergency-names.ts';
import { flowText } from '../../messages/flow.ts';
import { ruleName } from '../../messages/rule-names.ts';
import { useWhoText } from './passage-columns.tsx';

/** One passage with all that is known of it, and its photo. */
export function PassageFacts({ passage }: { passage: PassageView }) {
  const t = useText(flowText);
  const language = useLanguage();
  const who = useWhoText();
  const time = whenText(passage.at, language);
  const facts: readonly (readonly [string, string])[] = [
    [t('column.at'), time],
    [t('column.gate'), [passage.gate, passage.lane].filter(Boolean).join(' ')],
    [t('column.direction'), t(`direction.${passage.direction}`)],
    [t('column.who'), [passage.place, who(passage)].filter(Boolean).join(' ')],
    [t('column.outcome'), passage.voided ? t('voided') : t(`outcome.${passage.outcome}`)],
    [t('column.rule'), ruleName(passage.rule, language)],
    [t('column.reason'), passage.reason === null ? '' : emergencyName(passage.reason, language)],
    [t('column.note'), passage.note],
    [t('column.counts'), passage.counts ? t('yes') : t('no')],
    [t('column.by'), passage.byName ?? t('phones.gone')],
  ];
  return (
    <>
      <dl className="passage-facts">
        {facts
          .filter(([, value]) => value !== '')
          .map(([title, value]) => (
            <div key={title}>
              <dt>{title}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      {passage.photo ? (
        <Photo photo={passage.photo} alt={t('photo.alt', { gate: passage.gate, time })} />
      ) : null}
    </>
  );
}

function Photo({ photo, alt }: { photo: NonNullable<PassageView['photo']>; alt: string }) {
  const t = useText(flowText);
  const [failed, setFailed] = useState(false);
  if (photo.state === 'coming') return <StateFace face="pending" word={t('photo.coming')} />;
  if (photo.state === 'gone') return <p>{t('photo.gone')}</p>;
  if (failed) return <p role="alert">{t('photo.failed')}</p>;
  return (
    <img
      className="passage-photo"
      src={filePath(requireSession().areaId, photo.fileId)}
      alt={alt}
      onError={() => setFailed(true)}
    />
  );
}
