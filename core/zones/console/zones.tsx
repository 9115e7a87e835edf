import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { EmptyFace, ErrorFace, LoadingFace, Page, Section } from '#kernel/ui/console/index.ts';
import { GoLink, useGo, useSearchWords } from '#kernel/ui/navigation.tsx';
import { useMay } from '#kernel/ui/session.ts';
import { useNow } from '#kernel/ui/use-now.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { ZONE_STATUSES, zonesRules } from '../contract.ts';
import { text } from '../messages/index.ts';
import { zonesPaths } from '../paths.ts';
import { Answers } from './answers.tsx';
import { Drawers, type Open } from './drawers.tsx';
import { namedPlaces } from './place-names.ts';
import { Plan, type Wanted } from './plan.tsx';
import { planOf } from './plan-of.ts';
import { Proposals } from './proposals.tsx';
import { places, zones } from './queries.ts';
import { StatusTables } from './status-tables.tsx';

const MINUTE = 60_000;

/** What waits for a decision, what holds now as a plan and as a list, and everything that ever was. */
export default function Zones() {
  const t = useText(text);
  const go = useGo();
  const minute = useNow(MINUTE);
  const wanted = wantedOf(useSearchWords().status);
  const [open, setOpen] = useState<Open | null>(null);
  const may = useMay(zonesRules, 'zones:set-status');
  const history = useQuery(zones.query.history.queryOptions({ input: {} }));
  // What was declared a moment ago holds at once, not from the next minute on.
  const now = Math.max(minute, history.dataUpdatedAt);
  const today = useQuery(zones.query.today.queryOptions());
  const tree = useQuery(places.query.tree.queryOptions());
  const error = history.error ?? today.error ?? tree.error;
  if (error) return <ErrorFace error={error} retry={() => void history.refetch()} />;
  const named = tree.data ? namedPlaces(tree.data) : [];
  const names = new Map(named.map((place) => [place.id, place.name]));
  const nameOf = (id: string) => names.get(id) ?? t('zones.gone-place');
  const statuses = history.data?.statuses ?? [];
  const steps = today.data?.steps ?? [];
  return (
    <Page
      title={t('zones')}
      lead={t('zones.lead')}
      actions={
        <Button
          type="primary"
          disabled={!may}
          title={may ? '' : t('zones.not-allowed')}
          onClick={() => setOpen({ kind: 'set', placeId: null })}
        >
          {t('zones.set')}
        </Button>
      }
    >
      <Section title={t('proposal.title')} aside={<GoLink to="/settings">{t('proposal.rule')}</GoLink>}>
        {today.data ? (
          <Proposals
            proposals={today.data.proposals}
            unplaced={today.data.unplaced}
            nameOf={nameOf}
            onAnswer={(proposal) => setOpen({ kind: 'answer', proposal })}
            onSetAside={(proposal) => setOpen({ kind: 'aside', proposal })}
          />
        ) : (
          <LoadingFace />
        )}
      </Section>
      <Section title={t('zones.plan')}>
        {!tree.data || !history.data ? (
          <LoadingFace />
        ) : tree.data.compounds.length === 0 ? (
          <EmptyFace title={t('zones.no-places')} />
        ) : (
          <Plan
            plan={planOf(tree.data, statuses, now)}
            wanted={wanted}
            onWanted={(next) => go(next === 'all' ? zonesPaths.zones : zonesPaths.inStatus(next))}
            onOpen={(placeId) => setOpen({ kind: 'place', placeId })}
          />
        )}
      </Section>
      <StatusTables
        statuses={statuses}
        steps={steps}
        nameOf={nameOf}
        loading={history.isPending}
        now={now}
        onOpen={setOpen}
      />
      <Answers nameOf={nameOf} />
      <Drawers
        key={keyOf(open)}
        open={open}
        onOpen={setOpen}
        places={named}
        statuses={statuses}
        steps={steps}
        nameOf={nameOf}
      />
    </Page>
  );
}

const wantedOf = (word: string | undefined): Wanted =>
  ZONE_STATUSES.find((status) => status === word) ?? 'all';

/** A form begins anew for another place, declaration or proposal. */
function keyOf(open: Open | null): string {
  if (open === null) return 'closed';
  if ('proposal' in open) return `${open.kind}/${open.proposal.id}`;
  return 'status' in open ? `${open.kind}/${open.status.id}` : `${open.kind}/${open.placeId}`;
}
