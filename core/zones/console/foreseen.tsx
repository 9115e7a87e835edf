import { useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { ErrorFace, ToneBadge } from '#kernel/ui/console/index.ts';
import { GoLink } from '#kernel/ui/navigation.tsx';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import type { ConsequencesOf, Foreseen } from '../contract/foresee.ts';
import { text } from '../messages/index.ts';
import { zoneTone } from '../messages/tone.ts';
import { zones } from './queries.ts';
import './zones.css';

/** What would be different, before anybody confirms it. @param asked null while the form is not filled in */
export function ForeseenPart({ asked }: { asked: ConsequencesOf | null }) {
  const t = useText(text);
  const { data, error, refetch } = useQuery({
    ...zones.query.foresee.queryOptions({ input: asked ?? NOTHING }),
    enabled: asked !== null,
  });
  return (
    <section className="zones-foreseen" aria-label={t('zones.foreseen')} aria-live="polite">
      <h3>{t('zones.foreseen')}</h3>
      {asked === null ? (
        <p>{t('zones.foreseen-fill')}</p>
      ) : error ? (
        <ErrorFace error={error} retry={() => void refetch()} />
      ) : data === undefined ? (
        <Skeleton active title={false} />
      ) : data.shifts.length === 0 ? (
        <p>{t('zones.foreseen-none')}</p>
      ) : (
        data.shifts.map((shift) => <Shift key={`${shift.before}${shift.after}`} shift={shift} />)
      )}
    </section>
  );
}

const NOTHING: ConsequencesOf = { change: 'end', statusId: '', at: 0 };

function Shift({ shift }: { shift: Foreseen['shifts'][number] }) {
  const t = useText(text);
  const language = useLanguage();
  const { before, after, buildings, entrances, modules } = shift;
  return (
    <div className="zones-shift">
      <p>
        <ToneBadge tone={zoneTone[before]} word={t(`status.${before}`)} /> <span aria-hidden="true">→</span>{' '}
        <ToneBadge tone={zoneTone[after]} word={t(`status.${after}`)} />{' '}
        {[
          buildings > 0 ? t('zones.shift-buildings', { count: buildings }) : '',
          entrances > 0 ? t('zones.shift-entrances', { count: entrances }) : '',
        ]
          .filter(Boolean)
          .join(t('zones.and'))}
      </p>
      {modules.map(({ name, lines }) => (
        <dl key={name['zh-CN']}>
          <dt>{name[language]}</dt>
          {lines.map(({ said, to }) => (
            <dd key={said['zh-CN']}>
              {to === null ? said[language] : <GoLink to={to}>{said[language]}</GoLink>}
            </dd>
          ))}
        </dl>
      ))}
    </div>
  );
}
