import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { printInBrowser } from '#kernel/print/browser.ts';
import { EmptyFace, ErrorFace, LoadingFace, Page, Section } from '#kernel/ui/console/index.ts';
import type { ScreenProps } from '#kernel/ui/screen.ts';
import { requireSession, useMay } from '#kernel/ui/session.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { toLocalInput } from '#kernel/ui/when.ts';
import { actions, rules } from '../../contract/access.ts';
import type { Supplies } from '../../contract/supply-queries.ts';
import { consoleText } from '../../messages/console.ts';
import { supplyText } from '../../messages/supply.ts';
import { testing } from '../client.ts';
import { to } from '../paths.ts';
import { EntriesTable } from './entries-table.tsx';
import { IssueDrawer } from './issue-drawer.tsx';
import { laneSheets } from './lane-sheets.ts';
import { LaneSupplies } from './lane-supplies.tsx';
import { TotalsTable } from './totals-table.tsx';
import './supply.css';

/** What lanes need, were given, have used and returned. */
export default function SupplyScreen({ params }: ScreenProps) {
  const input = { roundId: params.roundId ?? '' };
  const { data, error, refetch } = useQuery(testing.query.supplies.queryOptions({ input }));
  if (error) return <ErrorFace error={error} retry={() => void refetch()} />;
  if (!data) return <LoadingFace />;
  return <SupplyPage supplies={data} />;
}

function SupplyPage({ supplies }: { supplies: Supplies }) {
  const t = useText(supplyText);
  const of = useText(consoleText);
  const language = useLanguage();
  const may = useMay(rules, actions.plan);
  const [issuing, setIssuing] = useState(false);
  const { round, lines, people, reservePercent } = supplies;
  const { areaId, areaName } = requireSession();
  const print = () => {
    const when = toLocalInput(Date.now()).replace('T', ' ');
    return printInBrowser(laneSheets({ areaId, areaName, round: round.name, when, language }, lines));
  };
  const none = supplies.lanes.length === 0;
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      trail={[
        { title: of('rounds'), to: to.rounds() },
        { title: round.name, to: to.round(round.id) },
      ]}
      actions={
        <>
          <Button disabled={none} onClick={() => void print()}>
            {t('print')}
          </Button>
          <Button
            type="primary"
            disabled={!may || none}
            title={may ? '' : t('not-allowed')}
            onClick={() => setIssuing(true)}
          >
            {t('issue')}
          </Button>
        </>
      }
    >
      {none ? (
        <EmptyFace title={t('no-lanes')} />
      ) : (
        <>
          <p>{t('basis', { people, percent: reservePercent })}</p>
          <Section title={t('totals')}>
            <TotalsTable lines={lines} />
          </Section>
          <Section title={t('lanes')}>
            <LaneSupplies roundName={round.name} lines={lines} />
          </Section>
        </>
      )}
      <Section title={t('entries')}>
        <EntriesTable roundId={round.id} entries={supplies.entries} />
      </Section>
      <IssueDrawer supplies={supplies} open={issuing} onClose={() => setIssuing(false)} />
    </Page>
  );
}
