import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ErrorFace, LoadingFace, Section, StateFace } from '#kernel/ui/console/index.ts';
import { requireSession } from '#kernel/ui/session.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { whenText } from '#kernel/ui/when.ts';
import type { GapView } from '../../contract/handover-queries.ts';
import { handoverText } from '../../messages/handover.ts';
import { testing } from '../client.ts';
import { PaperDrawer, type PaperPreset } from '../handover/paper-drawer.tsx';
import { GapWays } from './gap-ways.tsx';
import { gapText } from './gap-words.ts';
import '../handover/handover.css';

/** What does not agree, one line each, with the ways to settle it right there; the sums follow at once. */
export function GapList({ roundId }: { roundId: string }) {
  const t = useText(handoverText);
  const [paper, setPaper] = useState<PaperPreset | null>(null);
  const { data, error, refetch } = useQuery(testing.query.gaps.queryOptions({ input: { roundId } }));
  const transport = useQuery(testing.query.transport.queryOptions({ input: { roundId } }));
  if (error) return <ErrorFace error={error} retry={() => void refetch()} />;
  if (!data) return <LoadingFace />;
  const open = data.gaps.filter((gap) => gap.accepted === null);
  const accepted = data.gaps.filter((gap) => gap.accepted !== null);
  return (
    <>
      <Section
        title={t('gaps')}
        aside={
          data.open > 0 ? <StateFace face="flagged" word={t('gaps.open', { count: data.open })} /> : null
        }
      >
        {open.length === 0 ? (
          <p>
            <StateFace face="done" word={t('gaps.none')} />
          </p>
        ) : (
          <ul className="gap-list">
            {open.map((gap) => (
              <GapLine key={keyOf(gap)} gap={gap}>
                <GapWays roundId={roundId} gap={gap} boxCodes={data.boxCodes} onPaper={setPaper} />
              </GapLine>
            ))}
          </ul>
        )}
        {data.more > 0 ? <p>{t('gaps.more', { count: data.more })}</p> : null}
      </Section>
      {accepted.length === 0 ? null : (
        <Section title={t('gaps.settled')}>
          <ul className="gap-list">
            {accepted.map((gap) => (
              <GapLine key={keyOf(gap)} gap={gap}>
                <Accepted gap={gap} />
              </GapLine>
            ))}
          </ul>
        </Section>
      )}
      <PaperDrawer
        roundId={roundId}
        boxes={transport.data?.boxes ?? []}
        preset={paper}
        onClose={() => setPaper(null)}
      />
    </>
  );
}

const keyOf = ({ kind, subject }: GapView): string => `${kind}/${subject}`;

function GapLine({ gap, children }: { gap: GapView; children: React.ReactNode }) {
  const language = useLanguage();
  const { what, where } = gapText(gap, requireSession().areaId, language);
  return (
    <li>
      <div className="gap-what">
        <StateFace face={gap.accepted === null ? 'flagged' : 'done'} word={what} />
        <small>{where}</small>
      </div>
      {children}
    </li>
  );
}

function Accepted({ gap: { accepted } }: { gap: GapView }) {
  const t = useText(handoverText);
  const language = useLanguage();
  if (accepted === null) return null;
  const { byName, at, note } = accepted;
  return <span>{t('gap.accepted', { name: byName ?? '', time: whenText(at, language), note })}</span>;
}
