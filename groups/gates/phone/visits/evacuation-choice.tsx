import { useGo } from '#kernel/ui/navigation.tsx';
import { EmptyFace, PhonePage, SyncNow } from '#kernel/ui/phone/index.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { evacuationText } from '../../messages/evacuation.ts';
import { mark } from '../../messages/mark.ts';
import { useGates } from '../use-gates.ts';
import { to } from './paths.ts';
import { compoundsFrom } from './places.ts';
import { useHere } from './use-here.ts';
import './visits.css';

/** Which building: large, in address order, the gate's own compound first. */
export default function EvacuationChoice() {
  const t = useText(evacuationText);
  const go = useGo();
  const here = useHere();
  const { places } = useGates();
  const compounds = compoundsFrom(places, here?.gate.compoundId ?? null);
  return (
    <PhonePage title={t('title')} mark={mark} back={to.inside()} field aside={<SyncNow />}>
      {compounds.length === 0 ? <EmptyFace title={t('choose.none')} /> : <p>{t('choose')}</p>}
      {compounds.map(({ compound, buildings }) => (
        <section key={compound.id} className="visit-places">
          <h2>{compound.name}</h2>
          <div className="visit-buildings">
            {buildings.map(({ id, label }) => (
              <button key={id} type="button" onClick={() => go(to.evacuationOf(id))}>
                <strong>{label}</strong>
              </button>
            ))}
          </div>
        </section>
      ))}
    </PhonePage>
  );
}
