import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { DataTable, EmptyFace, ErrorFace, Page } from '#kernel/ui/console/index.ts';
import { useText } from '#kernel/ui/use-text.ts';
import type { DeviceView } from '../contract/queries.ts';
import { silenceOf } from '../domain/silence.ts';
import { text } from '../messages/index.ts';
import { useDeviceColumns } from './device-columns.tsx';
import { DeviceDrawer } from './device-drawer.tsx';
import { LateWorkList } from './late-work.tsx';
import { devices as api } from './queries.ts';

/** Which phones exist, in whose hands, what they hold; silent ones with unsent records first. */
export default function Devices() {
  const t = useText(text);
  const [open, setOpen] = useState<string | null>(null);
  const list = useQuery(api.query.list.queryOptions());
  const silentMinutes = list.data?.silentMinutes ?? 0;
  const columns = useDeviceColumns(silentMinutes, list.data?.appVersion ?? null);
  if (list.isError) return <ErrorFace error={list.error} retry={() => void list.refetch()} />;
  const rows = byWorry(list.data?.devices ?? [], silentMinutes);
  const device = rows.find((row) => row.id === open);
  return (
    <Page title={t('title')} lead={t('lead')}>
      <DataTable
        name="devices.devices"
        label={t('table')}
        rows={rows}
        columns={columns}
        rowKey={(row) => row.id}
        loading={list.isPending}
        onOpen={(row) => setOpen(row.id)}
        openKey={open}
        empty={<EmptyFace title={t('none')} />}
      />
      <LateWorkList />
      <DeviceDrawer device={device} onClose={() => setOpen(null)} />
    </Page>
  );
}

/** Silent and holding work, then silent, then in order, then out of use; within each the longest silent first. */
function byWorry(devices: readonly DeviceView[], silentMinutes: number): readonly DeviceView[] {
  const now = Date.now();
  const rank = (device: DeviceView): number => {
    if (device.revokedAt !== null) return 3;
    const { silent, holds } = silenceOf(device, now, silentMinutes);
    if (!silent) return 2;
    return holds ? 0 : 1;
  };
  return devices.toSorted((a, b) => rank(a) - rank(b) || (a.lastSeenAt ?? 0) - (b.lastSeenAt ?? 0));
}
