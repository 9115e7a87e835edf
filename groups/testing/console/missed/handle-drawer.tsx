import { DetailDrawer, Section } from '#kernel/ui/console/index.ts';
import { GoLink } from '#kernel/ui/navigation.tsx';
import { useText } from '#kernel/ui/use-text.ts';
import type { MissedPerson, MissedView } from '../../contract/missed-queries.ts';
import { missedText } from '../../messages/missed.ts';
import { refusalLine, refusalText } from '../../messages/refusal.ts';
import { to } from '../paths.ts';
import { CallForm } from './call-form.tsx';
import { CallLines } from './call-lines.tsx';
import { DoorButton } from './door-button.tsx';
import { ExcuseForm } from './excuse-form.tsx';
import { PhonesSection } from './phones-section.tsx';
import './missed.css';

interface Props {
  readonly round: MissedView['round'];
  /** Nobody: closed. */
  readonly people: readonly MissedPerson[];
  readonly onClose: () => void;
}

/** `3号 402 王**` */
const lineOf = ({ building, entrance, room, name }: MissedPerson): string =>
  [building, entrance, room, name].filter(Boolean).join(' ');

/** One person or several: their phones, what they answered, whether they are excused, who goes to the door. */
export function HandleDrawer({ round, people, onClose }: Props) {
  const t = useText(missedText);
  const said = useText(refusalText);
  const [person, ...others] = people;
  const single = person && others.length === 0 ? person : null;
  return (
    <DetailDrawer
      title={single ? lineOf(single) : t('handle.title', { count: people.length })}
      open={people.length > 0}
      onClose={onClose}
    >
      <div className="missed-handle" key={people.map(({ residentId }) => residentId).join()}>
        {single ? (
          <>
            {single.refusal ? <p>{refusalLine(said, single.refusal)}</p> : null}
            <p>
              <GoLink to={to.person(single.residentId)}>{t('history')}</GoLink>
            </p>
          </>
        ) : (
          <ul className="missed-names">
            {people.map((one) => (
              <li key={one.residentId}>{lineOf(one)}</li>
            ))}
          </ul>
        )}
        <PhonesSection people={people.map((one) => ({ ...one, label: lineOf(one) }))} />
        <Section title={t('call.title')}>
          <CallForm roundId={round.id} residentIds={people.map(({ residentId }) => residentId)} />
          {single ? <CallLines calls={single.calls} /> : null}
        </Section>
        {round.state === 'open' ? <DoorButton roundId={round.id} people={people} /> : null}
        <Section title={t('excuse.title')}>
          <ExcuseForm round={round} residentIds={people.map(({ residentId }) => residentId)} />
        </Section>
      </div>
    </DetailDrawer>
  );
}
