import { keepPreviousData, useQuery } from '@tanstack/react-query';
import {
  type Column,
  DataTable,
  EmptyFace,
  ErrorFace,
  FigureLink,
  LoadingFace,
  Page,
  Section,
} from '#kernel/ui/console/index.ts';
import { GoLink, useSearchWords } from '#kernel/ui/navigation.tsx';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import type { FlowView } from '../../contract/flow-queries.ts';
import { flowText } from '../../messages/flow.ts';
import { ruleName } from '../../messages/rule-names.ts';
import { gates } from './client.ts';
import { dayOfAddress, dayText } from './day.ts';
import { to } from './paths.ts';
import { type Reason, reasonsByRule } from './reasons.ts';
import './flow.css';

/** Why people were turned back or asked about: the most common first, each opening its passages. */
export default function ReasonsScreen() {
  const t = useText(flowText);
  const day = dayOfAddress(useSearchWords().day);
  const { data, error, refetch } = useQuery({
    ...gates.query.flow.queryOptions({ input: { day } }),
    placeholderData: keepPreviousData,
  });
  if (error) return <ErrorFace error={error} retry={() => void refetch()} />;
  if (!data) return <LoadingFace />;
  const reasons = reasonsByRule(data.reasons);
  return (
    <Page
      title={t('reasons')}
      lead={`${dayText(data.day)} · ${t('reasons.lead')}`}
      trail={[{ title: t('title'), to: to.flow(day) }]}
    >
      {reasons.length === 0 ? (
        <EmptyFace title={t('reasons.none')} />
      ) : (
        <>
          <Bars reasons={reasons} day={data.day} />
          <Section title={t('reasons.table')}>
            <ReasonsTable flow={data} />
          </Section>
        </>
      )}
    </Page>
  );
}

function Bars({ reasons, day }: { reasons: readonly Reason[]; day: number }) {
  const t = useText(flowText);
  const language = useLanguage();
  const most = Math.max(...reasons.map(({ refused, asked }) => refused + asked));
  return (
    <ol className="reasons">
      {reasons.map(({ rule, refused, asked }) => (
        <li key={rule}>
          <GoLink to={to.passages({ day, rule, outcome: refused > 0 ? 'refused' : 'asked' })}>
            <span className="reasons-name">{ruleName(rule, language)}</span>
            <span className="reasons-bar" aria-hidden="true">
              <span className="reasons-refused" style={{ width: `${(refused / most) * 100}%` }} />
              <span className="reasons-asked" style={{ width: `${(asked / most) * 100}%` }} />
            </span>
            <span className="reasons-count">
              {[
                refused > 0 && t('reasons.refused', { count: refused }),
                asked > 0 && t('reasons.asked', { count: asked }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </GoLink>
        </li>
      ))}
    </ol>
  );
}

type Row = FlowView['reasons'][number];

function ReasonsTable({ flow }: { flow: FlowView }) {
  const t = useText(flowText);
  const language = useLanguage();
  const names = new Map(flow.gates.map(({ gateId, name }) => [gateId, name]));
  const count = (outcome: 'refused' | 'asked'): Column<Row> => ({
    key: outcome,
    title: t(`figure.${outcome}`),
    align: 'right',
    value: (row) => row[outcome],
    draw: ({ rule, gateId, ...row }) => (
      <FigureLink
        value={row[outcome]}
        label={`${ruleName(rule, language)} ${t(`figure.${outcome}`)}`}
        to={to.passages({ day: flow.day, rule, gateId, outcome })}
      />
    ),
  });
  const columns: readonly Column<Row>[] = [
    { key: 'gate', title: t('column.gate'), value: (row) => names.get(row.gateId) ?? '', filter: true },
    { key: 'rule', title: t('reasons.rule'), value: (row) => ruleName(row.rule, language), filter: true },
    count('refused'),
    count('asked'),
  ];
  return (
    <DataTable
      name="gates.reasons"
      label={t('reasons.table')}
      rows={flow.reasons}
      columns={columns}
      rowKey={(row) => `${row.gateId}/${row.rule}`}
      exportAs={`${t('reasons')} ${dayText(flow.day)}`}
    />
  );
}
