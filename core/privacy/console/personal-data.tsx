import { useQuery } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import { countText, sumOf } from '#kernel/personal-data/count-text.ts';
import {
  type Column,
  DataTable,
  ErrorFace,
  Figure,
  Page,
  ProblemAlert,
  ToneBadge,
} from '#kernel/ui/console/index.ts';
import { useMay } from '#kernel/ui/session.ts';
import { useSubmit } from '#kernel/ui/use-submit.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { whenText } from '#kernel/ui/when.ts';
import type { KindView } from '../contract/queries.ts';
import { actions, rules } from '../contract/rules.ts';
import { REMOVED_AT_ONCE } from '../domain/decide.ts';
import { text } from '../messages/index.ts';
import { paperText } from '../messages/papers.ts';
import { privacyPaths } from '../paths.ts';
import { expiredOf, keepingText } from './kind-words.ts';
import { privacy } from './queries.ts';
import Warnings from './warnings.tsx';
import './privacy.css';

/** What the area holds of people, why, who may see it, until when; and taking away what is past its time. */
export default function PersonalDataPage() {
  const t = useText(text);
  const kinds = useQuery(privacy.query.kinds.queryOptions());
  const language = useLanguage();
  const promised = useQuery(privacy.query.undertakings.queryOptions());
  const { submit, busy, problems } = useSubmit(t('privacy.removed'));
  const columns = useColumns((kind) => void submit('privacy.remove-expired', 1, { kind }), busy);
  if (kinds.isError) return <ErrorFace error={kinds.error} retry={() => void kinds.refetch()} />;
  const rows = kinds.data?.kinds ?? [];
  const expired = sumOf(rows.map(expiredOf));
  return (
    <Page title={t('privacy')} lead={t('privacy.lead')}>
      <Warnings />
      <div className="figures">
        <Figure value={rows.length} label={t('privacy.figure.kinds')} to={privacyPaths.records} />
        <Figure
          value={expired.more ? countText(expired, language) : expired.rows}
          label={t('privacy.figure.expired')}
          to={privacyPaths.personalData}
          {...(expired.rows > 0 ? { face: 'late' as const } : {})}
        />
        {promised.data ? (
          <Figure
            value={promised.data.accepted}
            of={promised.data.members}
            label={t('privacy.figure.promised')}
            to={privacyPaths.members}
          />
        ) : null}
      </div>
      <ProblemAlert problems={problems} />
      <div className="privacy-kinds">
        <DataTable
          name="privacy.kinds"
          label={t('privacy.kinds')}
          rows={rows}
          columns={columns}
          rowKey={(row) => row.kind}
          loading={kinds.isPending}
        />
      </div>
      <p className="privacy-note">{t('privacy.change-term')}</p>
    </Page>
  );
}

const nextOf = ({ keeping }: KindView): number | null => ('next' in keeping ? keeping.next : null);

function useColumns(remove: (kind: string) => void, busy: boolean): readonly Column<KindView>[] {
  const t = useText(text);
  const p = useText(paperText);
  const language = useLanguage();
  const may = useMay(rules, actions.remove);
  return [
    {
      key: 'name',
      title: p('col.kind'),
      value: (row) => row.name[language],
      draw: (row) => (
        <>
          {row.name[language]}
          {row.sensitive ? <ToneBadge tone="orange" word={p('sensitive')} /> : null}
        </>
      ),
    },
    { key: 'purpose', title: p('col.purpose'), value: (row) => row.purpose[language] },
    { key: 'seen-by', title: p('col.seen-by'), value: (row) => row.seenBy[language] },
    { key: 'keeping', title: p('col.keeping'), value: (row) => keepingText(row, language) },
    {
      key: 'rows',
      title: t('privacy.rows'),
      align: 'right',
      value: (row) => row.rows,
      draw: (row) => countText(row, language),
    },
    {
      key: 'next',
      title: t('privacy.next'),
      value: (row) => nextOf(row) ?? 0,
      draw: (row) => {
        const next = nextOf(row);
        return next === null ? t('privacy.next-none') : whenText(next, language);
      },
    },
    {
      key: 'expired',
      title: t('privacy.expired'),
      align: 'right',
      value: (row) => expiredOf(row).rows,
      draw: (row) => countText(expiredOf(row), language),
    },
    {
      key: 'remove',
      title: t('privacy.remove'),
      value: () => null,
      draw: (row) => {
        const expired = expiredOf(row);
        const why = may ? (expired.rows === 0 ? t('privacy.none-expired') : '') : t('privacy.not-allowed');
        return 'until' in row.keeping ? null : (
          <Popconfirm
            title={t('privacy.remove-ask', { count: Math.min(expired.rows, REMOVED_AT_ONCE) })}
            description={expired.rows > REMOVED_AT_ONCE ? t('privacy.remove-more') : null}
            okText={t('privacy.remove')}
            onConfirm={() => remove(row.kind)}
            disabled={why !== ''}
          >
            <Button size="small" danger disabled={why !== '' || busy} title={why}>
              {t('privacy.remove')}
            </Button>
          </Popconfirm>
        );
      },
    },
  ];
}
