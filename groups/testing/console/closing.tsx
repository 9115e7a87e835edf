import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { ErrorFace, Figure, LoadingFace, Page, ProblemAlert, Section } from '#kernel/ui/console/index.ts';
import { useGo } from '#kernel/ui/navigation.tsx';
import type { ScreenProps } from '#kernel/ui/screen.ts';
import { useMay } from '#kernel/ui/session.ts';
import { useSubmit } from '#kernel/ui/use-submit.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { whenText } from '#kernel/ui/when.ts';
import { actions, rules } from '../contract/access.ts';
import { consoleText } from '../messages/console.ts';
import { testing } from './client.ts';
import { to } from './paths.ts';
import { Contradictions } from './reconcile/contradictions.tsx';
import { GapList } from './reconcile/gap-list.tsx';

type ClosingData = Awaited<ReturnType<typeof testing.call.closing>>;

/** The last look before closing: phones that have not synced, tubes still open, what waits for a leader. */
export default function ClosingScreen({ params }: ScreenProps) {
  const { roundId = '' } = params;
  const { data, error, refetch } = useQuery(testing.query.closing.queryOptions({ input: { roundId } }));
  if (error) return <ErrorFace error={error} retry={() => void refetch()} />;
  if (!data) return <LoadingFace />;
  return <Closing data={data} />;
}

function Closing({ data }: { data: ClosingData }) {
  const t = useText(consoleText);
  const go = useGo();
  const may = useMay(rules, actions.close);
  const { submit, busy, problems } = useSubmit(t('closing.done'));
  const [acknowledged, setAcknowledged] = useState(false);
  const { round, devices, total } = data;
  const rows = (figure: Parameters<typeof to.rows>[1]) => to.rows(round.id, figure);
  const when = (count: number) => (count > 0 ? { face: 'flagged' as const } : {});

  const close = async () => {
    const body = { roundId: round.id, acknowledgedDeviceIds: devices.map((device) => device.id) };
    const answer = await submit('testing.close-round', 1, body);
    if (answer?.first === 'done') go(to.round(round.id));
  };

  return (
    <Page
      title={t('closing')}
      lead={t('closing.lead')}
      trail={[
        { title: t('rounds'), to: to.rounds() },
        { title: round.name, to: to.round(round.id) },
      ]}
    >
      <div className="figures">
        {(['checkedIn', 'inTubes', 'inPackedTubes'] as const).map((figure) => (
          <Figure key={figure} value={total[figure]} label={t(`figure.${figure}`)} to={rows(figure)} />
        ))}
        <Figure
          value={data.openTubes}
          label={t('closing.open-tubes')}
          to={rows('tube-open')}
          {...when(data.openTubes)}
        />
        <Figure
          value={data.openDiscrepancies}
          label={t('figure.discrepancies')}
          to={to.discrepancies(round.id)}
          {...when(data.openDiscrepancies)}
        />
        <Figure value={data.missed} label={t('figure.missed')} to={rows('missed')} {...when(data.missed)} />
      </div>
      <GapList roundId={round.id} />
      <Contradictions roundId={round.id} />
      <Section title={t('closing.devices')}>
        <Devices devices={devices} />
        {devices.length === 0 ? null : (
          <Checkbox checked={acknowledged} onChange={(event) => setAcknowledged(event.target.checked)}>
            {t('closing.acknowledge')}
          </Checkbox>
        )}
      </Section>
      <ProblemAlert problems={problems} />
      <div>
        <Button
          type="primary"
          loading={busy}
          disabled={!may || round.state !== 'open' || (devices.length > 0 && !acknowledged)}
          title={may ? '' : t('not-allowed')}
          onClick={() => void close()}
        >
          {t('closing.do')}
        </Button>
      </div>
    </Page>
  );
}

function Devices({ devices }: { devices: ClosingData['devices'] }) {
  const t = useText(consoleText);
  const language = useLanguage();
  if (devices.length === 0) return <p>{t('closing.no-devices')}</p>;
  return (
    <ul>
      {devices.map((device) => {
        const name = device.name ?? t('closing.device-unknown');
        const time = whenText(device.lastSeenAt, language);
        return (
          <li key={device.id}>
            {device.why === 'pending'
              ? t('closing.device-pending', { name, count: device.pending, time })
              : t('closing.device-silent', { name, time })}
          </li>
        );
      })}
    </ul>
  );
}
