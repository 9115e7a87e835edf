import { useQuery } from '@tanstack/react-query';
import type { DeviceView, RefusedCommand } from '#kernel/oversight/contract.ts';
import { type Column, DataTable, ErrorFace, Page, Section, StateFace } from '#kernel/ui/console/index.ts';
import { kindText } from '#kernel/ui/text.ts';
import { useLanguage, useProblemText, useText } from '#kernel/ui/use-text.ts';
import { text } from './messages/index.ts';
import { oversight, useNames } from './queries.ts';
import { clockMinutes, silenceOf } from './silence.ts';

/** Which phones hold work that has not come, and what was not taken, with the reason in plain words. */
export default function Oversight() {
  const t = useText(text);
  const devices = useQuery(oversight.query.devices.queryOptions());
  const refused = useQuery(oversight.query.refused.queryOptions({ input: { limit: 500 } }));
  const error = devices.error ?? refused.error;
  if (error)
    return <ErrorFace error={error} retry={() => void Promise.all([devices.refetch(), refused.refetch()])} />;
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Section title={t('devices')}>
        <Devices rows={devices.data?.devices ?? []} loading={devices.isPending} />
      </Section>
      <Section title={t('refused')}>
        <Refused rows={refused.data?.commands ?? []} loading={refused.isPending} />
      </Section>
    </Page>
  );
}

function Devices({ rows, loading }: { rows: readonly DeviceView[]; loading: boolean }) {
  const t = useText(text);
  const name = useNames();
  const time = useTime();
  const now = Date.now();
  const columns: Column<DeviceView>[] = [
    { key: 'who', title: t('who'), value: (row) => name(row.actorId) },
    {
      key: 'state',
      title: t('state'),
      value: (row) => stateWord(row),
      draw: (row) => <Silence row={row} now={now} />,
      filter: true,
    },
    { key: 'pending', title: t('pending'), value: (row) => row.pending, align: 'right' },
    {
      key: 'last-seen',
      title: t('last-seen'),
      value: (row) => row.lastSeenAt,
      draw: (row) => time(row.lastSeenAt),
    },
    {
      key: 'clock',
      title: t('clock'),
      value: (row) => clockMinutes(row.clockOffset),
      draw: (row) => clock(row),
    },
    { key: 'device', title: t('device'), value: (row) => row.id.slice(-6) },
  ];
  function stateWord(row: DeviceView): string {
    const { silent, minutes } = silenceOf(row, now);
    return silent ? t('silent', { minutes }) : t('fresh');
  }
  function clock(row: DeviceView): string {
    const minutes = clockMinutes(row.clockOffset);
    if (minutes === 0) return t('clock-right');
    return minutes > 0 ? t('clock-ahead', { minutes }) : t('clock-behind', { minutes: -minutes });
  }
  return (
    <DataTable
      name="oversight.devices"
      label={t('devices')}
      rows={rows}
      columns={columns}
      rowKey={(row) => row.id}
      loading={loading}
      empty={t('devices-none')}
    />
  );
}

/** Late only where work is held back: a phone that is silent with nothing to send is no matter. */
function Silence({ row, now }: { row: DeviceView; now: number }) {
  const t = useText(text);
  const { silent, minutes, holds } = silenceOf(row, now);
  if (!silent) return <StateFace face={holds ? 'pending' : 'done'} word={t('fresh')} />;
  return holds ? (
    <StateFace face="late" word={t('silent', { minutes })} />
  ) : (
    <span>{t('silent', { minutes })}</span>
  );
}

function Refused({ rows, loading }: { rows: readonly RefusedCommand[]; loading: boolean }) {
  const t = useText(text);
  const language = useLanguage();
  const say = useProblemText();
  const name = useNames();
  const time = useTime();
  const columns: Column<RefusedCommand>[] = [
    { key: 'what', title: t('what'), value: (row) => kindText(row.kind, language), filter: true },
    { key: 'who', title: t('who'), value: (row) => name(row.actorId), filter: true },
    { key: 'why', title: t('why'), value: (row) => row.problems.map(say).join(' ') },
    { key: 'when', title: t('when'), value: (row) => row.claimedAt, draw: (row) => time(row.claimedAt) },
    {
      key: 'received',
      title: t('received'),
      value: (row) => row.receivedAt,
      draw: (row) => time(row.receivedAt),
    },
  ];
  return (
    <DataTable
      name="oversight.refused"
      label={t('refused')}
      rows={rows}
      columns={columns}
      rowKey={(row) => row.commandId}
      loading={loading}
      empty={t('refused-none')}
    />
  );
}

function useTime(): (at: number) => string {
  const language = useLanguage();
  return (at) =>
    new Date(at).toLocaleString(language, {
      month: 'numeric',
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
    });
}
