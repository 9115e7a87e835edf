import { useQuery } from '@tanstack/react-query';
import { ErrorFace, Figure, LoadingFace, Section } from '#kernel/ui/console/index.ts';
import { GoLink } from '#kernel/ui/navigation.tsx';
import { useNow } from '#kernel/ui/use-now.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import type { ZoneStatus } from '../contract.ts';
import { text } from '../messages/index.ts';
import { zonesPaths } from '../paths.ts';
import { namedPlaces } from './place-names.ts';
import { buildingsByStatus, planOf } from './plan-of.ts';
import { whatText, whyText } from './proposal-words.ts';
import { places, zones } from './queries.ts';

const MINUTE = 60_000;
const SHOWN: readonly ZoneStatus[] = ['lockdown', 'control', 'precaution'];
/** More than these are counted, not told. */
const TOLD = 3;

/** Zones on the console's first page: how many buildings are in what, and what waits for a decision. */
export default function HomeCard() {
  const t = useText(text);
  const language = useLanguage();
  const minute = useNow(MINUTE);
  const history = useQuery(zones.query.history.queryOptions({ input: {} }));
  const today = useQuery(zones.query.today.queryOptions());
  const tree = useQuery(places.query.tree.queryOptions());
  const error = history.error ?? today.error ?? tree.error;
  if (error) return <ErrorFace error={error} retry={() => void today.refetch()} />;
  if (!history.data || !today.data || !tree.data) return <LoadingFace />;
  const counts = buildingsByStatus(
    planOf(tree.data, history.data.statuses, Math.max(minute, history.dataUpdatedAt)),
  );
  const names = new Map(namedPlaces(tree.data).map(({ id, name }) => [id, name]));
  const { proposals } = today.data;
  return (
    <Section title={t('zones')} aside={<GoLink to={zonesPaths.zones}>{t('card.to-zones')}</GoLink>}>
      <div className="figures">
        <Figure
          value={proposals.length}
          label={t('card.waiting')}
          to={zonesPaths.zones}
          {...(proposals.length > 0 ? { face: 'flagged' as const } : {})}
        />
        {SHOWN.map((status) => (
          <Figure
            key={status}
            value={counts[status]}
            label={t('card.buildings', { status: t(`status.${status}`) })}
            to={zonesPaths.inStatus(status)}
          />
        ))}
      </div>
      {proposals.slice(0, TOLD).map((proposal) => (
        <p key={proposal.id}>
          <GoLink to={zonesPaths.zones}>
            {names.get(proposal.placeId) ?? t('zones.gone-place')}：{whyText(proposal, language)}，
            {whatText(proposal, language)}
          </GoLink>
        </p>
      ))}
    </Section>
  );
}
