import { useQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { useState } from 'react';
import { DataTable, EmptyFace, ErrorFace, Page, StateFace } from '#kernel/ui/console/index.ts';
import { problemText } from '#kernel/ui/text.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { whenText } from '#kernel/ui/when.ts';
import { byHandText } from '../../messages/by-hand.ts';
import { text } from '../../messages/index.ts';
import { peoplePaths } from '../../paths.ts';
import { people } from '../queries.ts';
import '../register.css';
import { roomText } from '../words.ts';
import { SettleDrawer } from './settle-drawer.tsx';

/** What the doors said against the register, to be settled by the desk. */
export default function Discrepancies() {
  const t = useText(byHandText);
  const words = useText(text);
  const language = useLanguage();
  const [isOpen, setOpen] = useState(true);
  const [openId, setOpenId] = useState<string | null>(null);
  const found = useQuery(people.query.discrepancies.queryOptions({ input: { open: isOpen, limit: 200 } }));
  if (found.isError) return <ErrorFace error={found.error} retry={() => void found.refetch()} />;
  const rows = found.data?.discrepancies ?? [];
  return (
    <Page
      title={t('discrepancies.title')}
      lead={t('discrepancies.lead')}
      trail={[{ title: words('register'), to: peoplePaths.register }]}
    >
      <DataTable
        name="people.discrepancies"
        label={t('discrepancies.title')}
        rows={rows}
        rowKey={(row) => row.id}
        loading={found.isPending}
        onOpen={(row) => setOpenId(row.id)}
        openKey={openId}
        empty={<EmptyFace title={t(isOpen ? 'discrepancies.none' : 'discrepancies.none-settled')} />}
        tools={
          <Segmented
            value={isOpen ? 'open' : 'settled'}
            aria-label={t('discrepancies.title')}
            options={[
              { value: 'open', label: t('discrepancies.open') },
              { value: 'settled', label: t('discrepancies.settled') },
            ]}
            onChange={(value) => {
              setOpen(value === 'open');
              setOpenId(null);
            }}
          />
        }
        columns={[
          {
            key: 'what',
            title: t('discrepancies.what'),
            value: (row) => problemText(row, language),
            draw: (row) => (
              <StateFace
                face={row.settledAt === null ? 'flagged' : 'done'}
                word={problemText(row, language)}
              />
            ),
          },
          {
            key: 'who',
            title: t('discrepancies.who'),
            value: (row) => row.people.map((one) => `${one.name} ${roomText(one)}`).join(' / '),
          },
          {
            key: 'at',
            title: t('discrepancies.at'),
            value: (row) => row.raisedAt,
            draw: (row) => whenText(row.raisedAt, language),
          },
          { key: 'by', title: t('discrepancies.by'), value: (row) => row.said?.byName ?? '' },
        ]}
      />
      <SettleDrawer
        discrepancy={rows.find((row) => row.id === openId) ?? null}
        onClose={() => setOpenId(null)}
      />
    </Page>
  );
}
