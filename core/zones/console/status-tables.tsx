import { Button } from 'antd';
import { DataTable, EmptyFace, Section } from '#kernel/ui/console/index.ts';
import { useMay } from '#kernel/ui/session.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { type PlannedStep, type StatusView, zonesRules } from '../contract.ts';
import { text } from '../messages/index.ts';
import type { Open } from './drawers.tsx';
import { useStatusColumns } from './status-columns.tsx';
import { stepText } from './step-text.ts';

/** What holds or is to come with its planned step, and the history. */
export function StatusTables(props: {
  statuses: readonly StatusView[];
  steps: readonly PlannedStep[];
  nameOf: (placeId: string) => string;
  loading: boolean;
  /** Epoch ms. */
  now: number;
  onOpen: (open: Open) => void;
}) {
  const { statuses, steps, nameOf, loading, now, onOpen } = props;
  const t = useText(text);
  const language = useLanguage();
  const may = useMay(zonesRules, 'zones:set-status');
  const columns = useStatusColumns(nameOf);
  const stepOf = new Map(steps.map((step) => [step.statusId, step]));
  const why = may ? '' : t('zones.not-allowed');
  const standing = statuses.filter(
    (row) => row.withdrawnAt === null && (row.until === null || row.until > now),
  );
  const ways = (status: StatusView) => (
    <span className="zones-proposal-ways">
      <Button size="small" disabled={!may} title={why} onClick={() => onOpen({ kind: 'end', status })}>
        {t('zones.end')}
      </Button>
      <Button
        size="small"
        danger
        disabled={!may}
        title={why}
        onClick={() => onOpen({ kind: 'withdraw', status })}
      >
        {t('zones.withdraw')}
      </Button>
    </span>
  );
  return (
    <>
      <Section title={t('zones.now')}>
        <DataTable
          name="zones.now"
          label={t('zones.now')}
          rows={standing}
          columns={[
            ...columns,
            {
              key: 'next',
              title: t('zones.next'),
              value: (row) => stepText(stepOf.get(row.id), language, now),
            },
            { key: 'end', title: t('zones.ways'), value: () => null, draw: ways },
          ]}
          rowKey={(row) => row.id}
          loading={loading}
          empty={<EmptyFace title={t('zones.none')} />}
        />
      </Section>
      <Section title={t('zones.history')}>
        <DataTable
          name="zones.history"
          label={t('zones.history')}
          rows={statuses}
          columns={columns}
          rowKey={(row) => row.id}
          loading={loading}
          empty={<EmptyFace title={t('zones.no-history')} />}
        />
      </Section>
    </>
  );
}
