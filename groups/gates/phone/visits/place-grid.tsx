import { useState } from 'react';
import type { ZoneStatus } from '#core/zones/contract.ts';
import { text as zonesText } from '#core/zones/messages/index.ts';
import { zoneTone } from '#core/zones/messages/tone.ts';
import { PhoneInput, ToneBadge } from '#kernel/ui/phone/index.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { visitWords } from '../../messages/visit-words.ts';
import { visitsText } from '../../messages/visits.ts';
import type { Destination } from './draft.ts';
import { compoundsFrom, entrancesOf, type PlacesOnPhone } from './places.ts';

/** More buildings than this are narrowed by typing a number. */
const MANY = 24;

/** The second tap: where to. Buildings of the gate's compound, each with its zone; nobody; other compounds folded. */
export function PlaceGrid(props: {
  places: PlacesOnPhone;
  /** The compound of the gate. */
  here: string;
  value: Destination | null;
  /** Null: another place after all. */
  onChoose: (to: Destination | null) => void;
  statusOf: (path: readonly string[]) => ZoneStatus;
}) {
  const { places, here, value, onChoose, statusOf } = props;
  const t = useText(visitsText);
  const words = useText(visitWords);
  const [all, setAll] = useState(false);
  const [typed, setTyped] = useState('');
  const [own, ...others] = compoundsFrom(places, here);
  const chosen = value === null || value === 'nobody' ? null : value;
  const pick = (buildingId: string, entranceId: string | null, label: string) =>
    onChoose({ buildingId, entranceId, label });
  if (value !== null) {
    return (
      <fieldset className="visit-places">
        <legend>{t('where')}</legend>
        <button type="button" aria-pressed className="visit-chosen" onClick={() => onChoose(null)}>
          <strong>{chosen?.label ?? words('nobody')}</strong> <span>{t('change')}</span>
        </button>
        {chosen ? (
          <Entrances
            places={places}
            chosen={chosen}
            onChoose={(entranceId) => pick(chosen.buildingId, entranceId, chosen.label)}
          />
        ) : null}
      </fieldset>
    );
  }
  const isMany = (own?.buildings.length ?? 0) > MANY;
  return (
    <fieldset className="visit-places">
      <legend>{t('where')}</legend>
      {isMany ? (
        <div data-wedge="off">
          <PhoneInput label={t('number')} value={typed} inputMode="numeric" onChange={setTyped} />
        </div>
      ) : null}
      <button type="button" className="visit-nobody" onClick={() => onChoose('nobody')}>
        <strong>{words('nobody')}</strong> <span>{t('nobody-hint')}</span>
      </button>
      {[own, ...(all ? others : [])].map((one) =>
        one === undefined ? null : (
          <div key={one.compound.id}>
            {all ? <h3>{one.compound.name}</h3> : null}
            <div className="visit-buildings">
              {one.buildings
                .filter(({ label }) => label.includes(typed.trim()))
                .map(({ id, label }) => (
                  <button key={id} type="button" onClick={() => pick(id, null, label)}>
                    <strong>{label}</strong>
                    <Zone status={statusOf([id, one.compound.id])} />
                  </button>
                ))}
            </div>
          </div>
        ),
      )}
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
