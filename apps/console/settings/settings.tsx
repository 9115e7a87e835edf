import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { COMMAND_POST } from '#core/accounts/contract.ts';
import type { SettingView, settingsQueries } from '#kernel/settings/contract.ts';
import { type Column, DataTable, ErrorFace, Page } from '#kernel/ui/console/index.ts';
import { moduleClient } from '#kernel/ui/query.ts';
import { useMay } from '#kernel/ui/session.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { whenText } from '#kernel/ui/when.ts';
import { ChangeDrawer } from './change-drawer.tsx';
import { text } from './messages/index.ts';
import { valueText } from './value-text.ts';

const settings = moduleClient<typeof settingsQueries>('settings');
const rules = { 'settings:set': COMMAND_POST };

/** Every number of a rule with its date and source; the command post changes them (product.md, principle 7). */
export default function Settings() {
  const t = useText(text);
  const may = useMay(rules, 'settings:set');
  const [changing, setChanging] = useState<SettingView | null>(null);
  const { data, error, refetch, isPending } = useQuery(settings.query.list.queryOptions());
  const columns = useColumns();
  if (error) return <ErrorFace error={error} retry={() => void refetch()} />;
  return (
    <Page title={t('title')} lead={t('lead')}>
      <DataTable
        name="settings"
        label={t('title')}
        rows={data ?? []}
        columns={[
          ...columns,
          {
            key: 'change',
            title: t('change'),
            value: () => '',
            draw: (row) => (
              <Button
                size="small"
                disabled={!may}
                title={may ? '' : t('not-allowed')}
                onClick={() => setChanging(row)}
              >
                {t('change')}
              </Button>
            ),
          },
        ]}
        rowKey={(row) => row.key}
        loading={isPending}
      />
      <ChangeDrawer setting={changing} onClose={() => setChanging(null)} />
    </Page>
  );
}

function useColumns(): readonly Column<SettingView>[] {
  const t = useText(text);
  const language = useLanguage();
  return [
    { key: 'name', title: t('name'), value: (row) => row.name[language] },
    {
      key: 'value',
      title: t('value'),
      align: 'right',
      value: (row) => valueText(row, row.value, t, language),
    },
    { key: 'unit', title: t('unit'), value: (row) => (row.choices ? '' : t(`unit.${row.unit}`)) },
    {
      key: 'since',
      title: t('since'),
      value: (row) => (row.isDefault ? t('since-default') : whenText(row.from, language)),
    },
    {
      key: 'source',
      title: t('source'),
      value: ({ source, weak }) => (weak ? `${source[language]}（${t('weak')}）` : source[language]),
    },
  ];
}
