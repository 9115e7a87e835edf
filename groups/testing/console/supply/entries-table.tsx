import { Button, Popconfirm } from 'antd';
import { type Column, DataTable, EmptyFace, ProblemAlert } from '#kernel/ui/console/index.ts';
import { useMay } from '#kernel/ui/session.ts';
import { useSubmit } from '#kernel/ui/use-submit.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { whenText } from '#kernel/ui/when.ts';
import { actions, rules } from '../../contract/access.ts';
import type { SupplyEntryView } from '../../contract/supply-queries.ts';
import { supplyText } from '../../messages/supply.ts';
import { kindWords } from '../../messages/supply-words.ts';

/** Everything that was said of supplies; a leader takes a wrong line out of the sums. */
export function EntriesTable({ roundId, entries }: { roundId: string; entries: readonly SupplyEntryView[] }) {
  const t = useText(supplyText);
  const language = useLanguage();
  const may = useMay(rules, actions.settle);
  const { submit, busy, problems } = useSubmit(t('void-done'));
  const columns: readonly Column<SupplyEntryView>[] = [
    { key: 'at', title: t('at'), value: (row) => whenText(row.at, language) },
    { key: 'place', title: t('place'), value: (row) => `${row.site} ${row.lane}`, filter: true },
    { key: 'deed', title: t('deed-column'), value: (row) => t(`deed.${row.deed}`), filter: true },
    { key: 'kind', title: t('kind'), value: (row) => kindWords(t, row), filter: true },
    { key: 'quantity', title: t('quantity'), align: 'right', value: (row) => row.quantity },
    { key: 'by', title: t('by'), value: (row) => row.by ?? t('unknown-member') },
    { key: 'note', title: t('note'), value: (row) => row.note },
    {
      key: 'void',
      title: t('void'),
      value: (row) => (row.voided ? t('voided') : ''),
      draw: (row) =>
        row.voided ? (
          t('voided')
        ) : (
          <Popconfirm
            title={t('void-ask')}
            okText={t('void')}
            disabled={!may}
            onConfirm={() => void submit('testing.void-supply', 1, { roundId, entryId: row.id, note: '' })}
          >
            <Button size="small" loading={busy} disabled={!may} title={may ? '' : t('not-allowed')}>
              {t('void')}
            </Button>
          </Popconfirm>
        ),
    },
  ];
  return (
    <>
      <ProblemAlert problems={problems} />
      <DataTable
        name="testing.supply-entries"
        label={t('entries')}
        rows={entries}
        columns={columns}
        rowKey={(row) => row.id}
        empty={<EmptyFace title={t('no-entries')} />}
      />
    </>
  );
}
