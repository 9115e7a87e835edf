import { useSearchWords } from '#kernel/ui/navigation.tsx';
import { flash, useDispatch } from '#kernel/ui/phone/index.ts';
import { useText } from '#kernel/ui/use-text.ts';
import type { Sample } from '../contract.ts';
import { samplingText } from '../messages/sampling.ts';
import { housemates, isChild, stillAwaited } from './household.ts';
import type { ListedCard } from './people-list.ts';
import type { AtLane } from './use-round.ts';
import type { Sampling } from './use-sampling.ts';
import './sampling.css';

/** So many fit beside the tube without pushing the scan button away. */
const MOST = 6;

/** After one of a household: the others who still wait, a tap each; and who came along with a child. */
export function HouseholdStrip(props: { at: AtLane; sampling: Sampling; last: Sample | undefined }) {
  const { at, sampling, last } = props;
  // At a door the whole household stands on the screen already.
  const { door } = useSearchWords();
  const person = last?.residentId ? at.round.people.get(last.residentId) : undefined;
  if (!last || !person) return null;
  const { testing } = at.state;
  return (
    <>
      {isChild(person, testing, last.at) ? <Carers at={at} sample={last} child={person} /> : null}
      <Others
        people={door ? [] : stillAwaited(testing, at.round, person)}
        onTap={(other) => void sampling.choose([other], 'household')}
      />
    </>
  );
}

function Others({ people, onTap }: { people: readonly ListedCard[]; onTap: (person: ListedCard) => void }) {
  const t = useText(samplingText);
  if (people.length === 0) return null;
  return (
    <Strip title={t('household.title')} rest={people.length - MOST}>
      {people.slice(0, MOST).map((person) => (
        <button key={person.id} type="button" onClick={() => onTap(person)}>
          {shortName(person)}
        </button>
      ))}
    </Strip>
  );
}

function Carers({ at, sample, child }: { at: AtLane; sample: Sample; child: ListedCard }) {
  const t = useText(samplingText);
  const dispatch = useDispatch();
  const { testing } = at.state;
  const grownUps = housemates(at.round, child).filter((one) => !isChild(one, testing, sample.at));
  const known = at.round.people.get(testing.carers.get(sample.id)?.carerId ?? '');
  if (known) return <p className="sampling-carer">{t('carer.is', { person: shortName(known) })}</p>;
  if (grownUps.length === 0) return null;
  const keep = async (carerId: string) => {
    const body = { roundId: sample.roundId, sampleId: sample.id, carerId };
    if ((await dispatch('testing.record-carer', body)) !== 'refused') flash('done', t('carer.kept'));
  };
  return (
    <Strip title={t('carer.ask', { person: shortName(child) })} rest={grownUps.length - MOST}>
      {grownUps.slice(0, MOST).map((one) => (
        <button key={one.id} type="button" onClick={() => void keep(one.id)}>
          {shortName(one)}
        </button>
      ))}
    </Strip>
  );
}

function Strip(props: { title: string; rest: number; children: React.ReactNode }) {
  const t = useText(samplingText);
  return (
    <section className="sampling-strip" aria-label={props.title}>
      <p>{props.title}</p>
      <div>{props.children}</div>
      {props.rest > 0 ? <p>{t('household.more', { count: props.rest })}</p> : null}
    </section>
  );
}

/** Of one household the address says nothing: `王** 1950`. */
export const shortName = ({ nameMask, birthYear }: ListedCard): string =>
  birthYear === null ? nameMask : `${nameMask} ${birthYear}`;
