import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { DataTable, EmptyFace, ErrorFace, Page, Section } from '#kernel/ui/console/index.ts';
import { useMay } from '#kernel/ui/session.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { type StatusView, zonesRules } from '../contract.ts';
import { text } from '../messages/index.ts';
import { EndDrawer } from './end-drawer.tsx';
import { namedPlaces } from './place-names.ts';
import { places, zones } from './queries.ts';
import { SetDrawer } from './set-drawer.tsx';
import { useStatusColumns } from './status-columns.tsx';

type Open = { readonly kind: 'set' } | { readonly kind: 'end'; readonly status: StatusView };

/** What is declared now, and everything that ever was. */
export default function Zones() {
  const t = useText(text);
  const [open, setOpen] = useState<Open | null>(null);
  const may = useMay(zonesRules, 'zones:set-status');
  const history = useQuery(zones.query.history.queryOptions({ input: {} }));
  const tree = useQuery(places.query.tree.queryOptions());
  const named = tree.data ? namedPlaces(tree.data) : [];
  const names = new Map(named.map((place) => [place.id, place.name]));
  const nameOf = (id: string) => names.get(id) ?? t('zones.gone-place');
  const columns = useStatusColumns(nameOf);
  const now = Date.now();
  const rows = history.data?.statuses ?? [];
  const inForce = rows.filter((row) => row.until === null || row.until > now);
  if (history.isError) return <ErrorFace error={history.error} retry={() => void history.refetch()} />;
  const close = () => setOpen(null);
  const why = may ? '' : t('zones.not-allowed');
  return (
    <Page
      title={t('zones')}
      lead={t('zones.lead')}
      actions={
        <Button type="primary" disabled={!may} title={why} onClick={() => setOpen({ kind: 'set' })}>
          {t('zones.set')}
        </Button>
      }
    >
      <Section title={t('zones.now')}>
        <DataTable
          name="zones.now"
          label={t('zones.now')}
          rows={inForce}
          columns={[
            ...columns,
            {
              key: 'end',
              title: t('zones.end'),
              value: () => null,
              draw: (status) => (
                <Button
                  size="small"
                  disabled={!may}
                  title={why}
                  onClick={() => setOpen({ kind: 'end', status })}
                >
                  {t('zones.end')}
                </Button>
              ),
            },
          ]}
          rowKey={(row) => row.id}
          loading={history.isPending}
          empty={<EmptyFace title={t('zones.none')} />}
        />
      </Section>
      <Section title={t('zones.history')}>
        <DataTable
          name="zones.history"
          label={t('zones.history')}
          rows={rows}
          columns={columns}
          rowKey={(row) => row.id}
          loading={history.isPending}
          empty={<EmptyFace title={t('zones.no-history')} />}
        />
      </Section>
      <SetDrawer open={open?.kind === 'set'} places={named} onClose={close} />
      <EndDrawer
        status={open?.kind === 'end' ? open.status : null}
        place={open?.kind === 'end' ? nameOf(open.status.placeId) : ''}
        onClose={close}
      />
    </Page>
  );
}
