import { Radio } from 'antd';
import { EmptyFace, ToneBadge } from '#kernel/ui/console/index.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { ZONE_STATUSES, type ZoneStatus } from '../contract.ts';
import { text } from '../messages/index.ts';
import { zoneTone } from '../messages/tone.ts';
import { buildingsByStatus, type PlanBuilding, type PlanCompound, statusesIn } from './plan-of.ts';
import './plan.css';

export type Wanted = ZoneStatus | 'all';

/** Today's zones at a glance: compounds as blocks, buildings as tiles, each with colour, pattern and word. */
export function Plan(props: {
  plan: readonly PlanCompound[];
  wanted: Wanted;
  onWanted: (wanted: Wanted) => void;
  onOpen: (placeId: string) => void;
}) {
  const { plan, wanted, onWanted, onOpen } = props;
  const t = useText(text);
  const counts = buildingsByStatus(plan);
  const shown = plan
    .map((compound) => ({ ...compound, buildings: compound.buildings.filter((one) => fits(one, wanted)) }))
    .filter(({ buildings }) => wanted === 'all' || buildings.length > 0);
  return (
    <>
      <Radio.Group
        aria-label={t('zones.plan-filter')}
        optionType="button"
        value={wanted}
        onChange={(event) => onWanted(event.target.value as Wanted)}
        options={[
          { value: 'all', label: t('zones.plan-all') },
          ...ZONE_STATUSES.map((value) => ({ value, label: `${t(`status.${value}`)} ${counts[value]}` })),
        ]}
      />
      {shown.length === 0 ? <EmptyFace title={t('zones.plan-none')} /> : null}
      {shown.map((compound) => (
        <section key={compound.id} className="zones-block" aria-label={compound.name}>
          <header>
            <button type="button" className="zones-block-name" onClick={() => onOpen(compound.id)}>
              {compound.name}
            </button>
            {compound.status === 'normal' ? null : (
              <ToneBadge tone={zoneTone[compound.status]} word={t(`status.${compound.status}`)} />
            )}
          </header>
          <ul className="zones-tiles">
            {compound.buildings.map((building) => (
              <li key={building.id}>
                <Tile building={building} onOpen={onOpen} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

const fits = (building: PlanBuilding, wanted: Wanted): boolean =>
  wanted === 'all' || statusesIn(building).has(wanted);

function Tile({ building, onOpen }: { building: PlanBuilding; onOpen: (placeId: string) => void }) {
  const t = useText(text);
  const { id, label, status, apart } = building;
  return (
    <button type="button" className={`zones-tile zones-is-${status}`} onClick={() => onOpen(id)}>
      <strong>{label}</strong>
      <span>{t(`status.${status}`)}</span>
      {apart.map((one) => (
        <span key={one.id} className={`zones-apart zones-is-${one.status}`}>
          {one.label} {t(`status.${one.status}`)}
        </span>
      ))}
    </button>
  );
}
