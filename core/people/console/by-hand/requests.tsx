import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { DataTable, DetailDrawer, EmptyFace, ErrorFace, Page, StateFace } from '#kernel/ui/console/index.ts';
import { GoLink } from '#kernel/ui/navigation.tsx';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { whenText } from '#kernel/ui/when.ts';
import type { SubjectRequestView } from '../../contract/by-hand-queries.ts';
import { byHandText } from '../../messages/by-hand.ts';
import { text } from '../../messages/index.ts';
import { peoplePaths } from '../../paths.ts';
import { people } from '../queries.ts';
import '../register.css';
import { AnswerForm } from './answer-form.tsx';

const isOpen = (row: SubjectRequestView): boolean => row.kind === 'correction' && row.answeredAt === null;

/** What residents asked about their own data: corrections that wait first, copies beside them. */
export default function Requests() {
  const t = useText(byHandText);
  const words = useText(text);
  const language = useLanguage();
  const [openId, setOpenId] = useState<string | null>(null);
  const found = useQuery(people.query.requests.queryOptions());
  if (found.isError) return <ErrorFace error={found.error} retry={() => void found.refetch()} />;
  const rows = found.data?.requests ?? [];
  const stateOf = (row: SubjectRequestView): string => {
    if (row.kind === 'copy') return t('requests.given');
    return row.outcome === null ? t('requests.waits') : t(`outcome.${row.outcome}`);
  };
  return (
    <Page
      title={t('requests.title')}
      lead={t('requests.lead')}
      trail={[{ title: words('register'), to: peoplePaths.register }]}
    >
      <DataTable
        name="people.requests"
        label={t('requests.title')}
        rows={rows}
        rowKey={(row) => row.id}
        loading={found.isPending}
        onOpen={(row) => setOpenId(row.id)}
        openKey={openId}
        empty={<EmptyFace title={t('requests.none')} next={t('requests.none-next')} />}
        columns={[
          {
            key: 'state',
            title: t('requests.state'),
            value: stateOf,
            draw: (row) => <StateFace face={isOpen(row) ? 'flagged' : 'done'} word={stateOf(row)} />,
            filter: true,
          },
          { key: 'who', title: t('requests.who'), value: (row) => `${row.name} ${row.room}` },
          { key: 'kind', title: t('requests.kind'), value: (row) => t(`request.${row.kind}`), filter: true },
          { key: 'said', title: t('requests.said'), value: (row) => row.said },
          {
            key: 'at',
            title: t('requests.at'),
            value: (row) => row.at,
            draw: (row) => whenText(row.at, language),
          },
          { key: 'by', title: t('requests.by'), value: (row) => row.byName ?? '' },
        ]}
      />
      <RequestDrawer
        request={rows.find((row) => row.id === openId) ?? null}
        onClose={() => setOpenId(null)}
      />
    </Page>
  );
}

function RequestDrawer(props: { request: SubjectRequestView | null; onClose: () => void }) {
  const t = useText(byHandText);
  const language = useLanguage();
  const { request, onClose } = props;
  return (
    <DetailDrawer
      title={request === null ? t('requests.title') : t(`request.${request.kind}`)}
      open={request !== null}
      onClose={onClose}
    >
      {request === null ? null : (
        <div className="resident">
          <p>
            <GoLink to={peoplePaths.resident(request.residentId)}>
              {request.name} {request.room}
            </GoLink>
          </p>
          <p>
            {t(`asker.${request.askedBy}`)} · {whenText(request.at, language)} {request.byName ?? ''}
          </p>
          <blockquote className="said">{request.said}</blockquote>
          {isOpen(request) ? (
            <AnswerForm key={request.id} request={request} onDone={onClose} />
          ) : request.answeredAt === null ? null : (
            <p>
              {t(`outcome.${request.outcome ?? 'declined'}`)} · {request.answer} ·{' '}
              {whenText(request.answeredAt, language)} {request.answeredByName ?? ''}
            </p>
          )}
        </div>
      )}
    </DetailDrawer>
  );
}
