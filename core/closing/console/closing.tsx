import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import type * as z from 'zod/mini';
import { countText } from '#kernel/personal-data/count-text.ts';
import { DataTable, ErrorFace, LoadingFace, Page, Section } from '#kernel/ui/console/index.ts';
import { GoLink } from '#kernel/ui/navigation.tsx';
import { useMay, useSession } from '#kernel/ui/session.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import type { preview } from '../contract/queries.ts';
import { actions, rules } from '../contract/rules.ts';
import { text } from '../messages/index.ts';
import { closingScreens } from '../paths.ts';
import { OrderDrawer } from './order-drawer.tsx';
import { closing } from './queries.ts';
import { watchedHere } from './watched.ts';

type Preview = z.output<typeof preview>;

/** What would be destroyed, what would stay, what to see to first; and the order. */
export default function ClosingPage() {
  const t = useText(text);
  const may = useMay(rules, actions.order);
  const isPractice = Boolean(useSession()?.practisesFor);
  const [open, setOpen] = useState(false);
  const found = useQuery(closing.query.preview.queryOptions());
  if (found.isError) return <ErrorFace error={found.error} retry={() => void found.refetch()} />;
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <Button
          danger
          type="primary"
          disabled={!may || isPractice || !found.data || found.data.underWay !== null}
          title={may ? '' : t('not-allowed')}
          onClick={() => setOpen(true)}
        >
          {t('order')}
        </Button>
      }
    >
      {found.data ? <Found found={found.data} /> : <LoadingFace />}
      <OrderDrawer open={open} onClose={() => setOpen(false)} />
    </Page>
  );
}

function Found({ found }: { found: Preview }) {
  const t = useText(text);
  const language = useLanguage();
  return (
    <>
      {found.underWay ? <UnderWay /> : null}
      <Section title={t('before')}>
        <ul>
          {found.waiting.phones > 0 ? (
            <li>
              {t('before-phones', found.waiting)}{' '}
              <GoLink to={closingScreens.devices}>{t('before-devices')}</GoLink>
            </li>
          ) : null}
          {found.keyCopies.length > 0 ? (
            <li>{t('before-copies', { places: found.keyCopies.join('、') })}</li>
          ) : null}
          <li>{t('before-exports')}</li>
        </ul>
      </Section>
      <Section title={t('destroys')}>
        <DataTable
          name="closing.destroys"
          label={t('destroys')}
          rows={found.destroys}
          rowKey={(row) => row.kind}
          columns={[
            { key: 'kind', title: t('kind'), value: (row) => row.name[language] },
            {
              key: 'rows',
              title: t('rows'),
              value: (row) => row.rows,
              draw: (row) => countText(row, language),
              align: 'right',
            },
          ]}
        />
      </Section>
      <Section title={t('keeps')}>
        <DataTable
          name="closing.keeps"
          label={t('keeps')}
          rows={found.keeps}
          rowKey={(row) => row.name['zh-CN']}
          columns={[
            { key: 'what', title: t('what'), value: (row) => row.name[language] },
            { key: 'because', title: t('because'), value: (row) => row.because[language] },
            {
              key: 'rows',
              title: t('rows'),
              value: (row) => row.rows ?? 0,
              draw: ({ rows, more }) =>
                rows === null ? t('rows-later') : countText({ rows, more }, language),
              align: 'right',
            },
          ]}
        />
      </Section>
    </>
  );
}

/** Whoever ordered it in this tab goes back to watching it. */
function UnderWay() {
  const t = useText(text);
  return (
    <Alert
      type="warning"
      role="status"
      message={
        watchedHere() ? <GoLink to={closingScreens.progress}>{t('under-way')}</GoLink> : t('under-way')
      }
    />
  );
}
