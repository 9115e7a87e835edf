import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { printInBrowser } from '#kernel/print/browser.ts';
import { EmptyFace, ErrorFace, LoadingFace, Page, Section } from '#kernel/ui/console/index.ts';
import { useGo } from '#kernel/ui/navigation.tsx';
import type { ScreenProps } from '#kernel/ui/screen.ts';
import { requireSession } from '#kernel/ui/session.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { toLocalInput } from '#kernel/ui/when.ts';
import { consoleText } from '../../messages/console.ts';
import { handoverText } from '../../messages/handover.ts';
import { testing } from '../client.ts';
import { to } from '../paths.ts';
import { BoxesTable } from './boxes-table.tsx';
import { handoverForm } from './handover-form.ts';
import { HandoversTable } from './handovers-table.tsx';
import { PaperDrawer } from './paper-drawer.tsx';

/** Which boxes are where, who signed for them, and which are late. */
export default function BoxesScreen({ params }: ScreenProps) {
  const t = useText(handoverText);
  const all = useText(consoleText);
  const language = useLanguage();
  const go = useGo();
  const { areaId, areaName } = requireSession();
  const { roundId = '' } = params;
  const [paper, setPaper] = useState(false);
  const plan = useQuery(testing.query.plan.queryOptions({ input: { roundId } }));
  const { data, error, refetch } = useQuery({
    ...testing.query.transport.queryOptions({ input: { roundId } }),
    refetchInterval: 60_000,
  });
  if (error) return <ErrorFace error={error} retry={() => void refetch()} />;
  if (!data || !plan.data) return <LoadingFace />;
  const round = plan.data.round;
  const print = () => {
    const when = toLocalInput(Date.now()).replace('T', ' ');
    const job = { areaId, areaName, round: round.name, when, language };
    const waiting = data.boxes.filter(({ holder, boxId }) => holder === 'area' && boxId !== null);
    return printInBrowser(handoverForm(job, waiting));
  };
  return (
    <Page
      title={t('boxes')}
      lead={t('boxes.lead', { hours: data.limits.minutes / 60 })}
      trail={[
        { title: all('rounds'), to: to.rounds() },
        { title: round.name, to: to.round(roundId) },
      ]}
      actions={
        <>
          <Button onClick={() => void print()}>{t('boxes.print')}</Button>
          <Button onClick={() => setPaper(true)} disabled={data.boxes.length === 0}>
            {t('boxes.paper')}
          </Button>
          <Button onClick={() => go(to.summary(roundId))}>{t('boxes.summary')}</Button>
        </>
      }
    >
      {data.boxes.length === 0 ? (
        <EmptyFace title={t('boxes.empty')} next={t('boxes.empty-next')} />
      ) : (
        <BoxesTable boxes={data.boxes} />
      )}
      <Section title={t('handovers')}>
        <HandoversTable handovers={data.handovers} />
      </Section>
      <PaperDrawer
        roundId={roundId}
        boxes={data.boxes}
        preset={paper ? { code: null, boxes: [], destination: 'courier' } : null}
        onClose={() => setPaper(false)}
      />
    </Page>
  );
}
