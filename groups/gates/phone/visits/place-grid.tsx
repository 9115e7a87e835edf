import { useState } from 'react';
import type { ZoneStatus } from '#core/zones/contract.ts';
import { text as zonesText } from '#core/zones/messages/index.ts';
import { zoneTone } from '#core/zones/messages/tone.ts';
import { ToneBadge } from '#kernel/ui/phone/index.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { visitWords } from '../../messages/visit-words.ts';
import { visitsText } from '../../messages/visits.ts';
import type { Destination } from './draft.ts';
import { compoundsFrom, entrancesOf, type PlacesOnPhone } from './places.ts';

/** The second tap: where to. Buildings of the gate's compound, each with its zone; nobody; other compounds folded. */
export function PlaceGrid(props: {
  places: PlacesOnPhone;
  /** The compound of the gate. */
  here: string;
  value: Destination | null;
  onChoose: (to: Destination) => void;
  statusOf: (path: readonly string[]) => ZoneStatus;
}) {
  const { places, here, value, onChoose, statusOf } = props;
  const t = useText(visitsText);
  const words = useText(visitWords);
  const [all, setAll] = useState(false);
  const [own, ...others] = compoundsFrom(places, here);
  const shown = all ? [own, ...others] : [own];
  const chosen = value === null || value === 'nobody' ? null : value;
  const pick = (buildingId: string, entranceId: string | null, label: string) =>
    onChoose({ buildingId, entranceId, label });
  return (
    <fieldset className="visit-places">
      <legend>{t('where')}</legend>
      <button
        type="button"
        className="visit-nobody"
        aria-pressed={value === 'nobody'}
        onClick={() => onChoose('nobody')}
      >
        <strong>{words('nobody')}</strong> <span>{t('nobody-hint')}</span>
      </button>
      {shown.map((one) =>
        one === undefined ? null : (
          <div key={one.compound.id}>
            {all ? <h3>{one.compound.name}</h3> : null}
            <div className="visit-buildings">
              {one.buildings.map(({ id, label }) => (
                <button
                  key={id}
                  type="button"
                  aria-pressed={chosen?.buildingId === id}
                  onClick={() => pick(id, null, label)}
                >
                  <strong>{label}</strong>
                  <Zone status={statusOf([id, one.compound.id])} />
                </button>
              ))}
            </div>
          </div>
        ),
      )}
      {chosen ? (
        <Entrances
          places={places}
          chosen={chosen}
          onChoose={(entranceId) => pick(chosen.buildingId, entranceId, chosen.label)}
        />
      ) : null}
      {!all && others.some(({ buildings }) => buildings.length > 0) ? (
        <button type="button" className="visit-others" onClick={() => setAll(true)}>
          {t('other-compounds')}
        </button>
      ) : null}
    </fieldset>
  );
}

/** Only what is declared is said: a normal building stands without a word. */
function Zone({ status }: { status: ZoneStatus }) {
  const t = useText(zonesText);
  return status === 'normal' ? null : <ToneBadge tone={zoneTone[status]} word={t(`status.${status}`)} />;
}

function Entrances(props: {
  places: PlacesOnPhone;
  chosen: Exclude<Destination, 'nobody'>;
  onChoose: (entranceId: string | null) => void;
}) {
  const { places, chosen, onChoose } = props;
  const entrances = entrancesOf(places, chosen.buildingId);
  if (entrances.length < 2) return null;
  return (
    <div className="visit-entrances">
      {entrances.map(({ id, label }) => (
        <button
          key={id}
          type="button"
          aria-pressed={chosen.entranceId === id}
          onClick={() => onChoose(chosen.entranceId === id ? null : id)}
        >
          {chosen.label} {label}
        </button>
      ))}
    </div>
  );
}
