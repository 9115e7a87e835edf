import { Descriptions } from 'antd';
import { StateFace } from '#kernel/ui/console/index.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { whenText } from '#kernel/ui/when.ts';
import type { TubeHistory } from '../../contract/history-queries.ts';
import { historyText } from '../../messages/history.ts';

const FACES = { negative: 'done', positive: 'refused', invalid: 'flagged' } as const;

/** What the laboratory says now, and what it said before. */
export function TubeVerdict({ tube }: { tube: TubeHistory }) {
  const t = useText(historyText);
  const language = useLanguage();
  const when = (at: number) => whenText(at, language);
  if (!tube.maySeeResult) return <p>{t('tube.result-hidden')}</p>;
  const { result } = tube;
  if (result === null) return <p>{t('tube.result-none')}</p>;
  const recorded = t('by-at', { at: when(result.recordedAt), who: result.recordedByName ?? t('nobody') });
  return (
    <div className="tube-verdict">
      <StateFace face={FACES[result.outcome]} word={t(`outcome.${result.outcome}`)} />
      {result.note === '' ? null : <span>{result.note}</span>}
      <Descriptions
        column={{ xs: 1, md: 2 }}
        size="small"
        items={[
          ...(result.reportedAt === null
            ? []
            : [{ key: 'reported', label: t('tube.reported'), children: when(result.reportedAt) }]),
          { key: 'recorded', label: t('tube.recorded'), children: recorded },
        ]}
      />
      {result.earlier.map((one) => (
        <p key={one.recordedAt}>
          {t('tube.earlier', {
            outcome: [t(`outcome.${one.outcome}`), one.note].filter(Boolean).join(' '),
            recorded: when(one.recordedAt),
            replaced: when(one.replacedAt),
          })}
        </p>
      ))}
    </div>
  );
}
