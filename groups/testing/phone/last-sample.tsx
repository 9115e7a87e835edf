import { uiText } from '#kernel/ui/messages/index.ts';
import { GoLink } from '#kernel/ui/navigation.tsx';
import { LastLine, SideButton, StateFace } from '#kernel/ui/phone/index.ts';
import { useText } from '#kernel/ui/use-text.ts';
import type { Sample } from '../contract.ts';
import { phoneText } from '../messages/phone.ts';
import { clock } from './clock.ts';
import { to } from './paths.ts';
import { personLine } from './person-line.ts';
import type { AtLane } from './use-round.ts';

/** The last result stays in sight, pending or confirmed, with undo. */
export function LastSample(props: {
  at: AtLane;
  last: Sample | undefined;
  onUndo: (sampleId: string) => void;
}) {
  const t = useText(phoneText);
  const ui = useText(uiText);
  const { at, last, onUndo } = props;
  if (!last) return <p>{t('last.none')}</p>;
  const person = last.residentId === null ? undefined : at.round.people.get(last.residentId);
  // What was read of somebody unknown may be an identity number: it is not left on the screen.
  const who = person ? personLine(person) : t('unknown');
  const pending = at.state.testing.samples.isChanged(last.id);
  return (
    <LastLine action={<SideButton onPress={() => onUndo(last.id)}>{ui('undo')}</SideButton>}>
      <StateFace face={pending ? 'pending' : 'done'} />{' '}
      {person ? (
        <GoLink className="sampling-who" to={to.person(last.roundId, at.lane.id, person.id)}>
          {t('last.just-now', { person: who, time: clock(last.at) })}
        </GoLink>
      ) : (
        t('last.just-now', { person: who, time: clock(last.at) })
      )}
    </LastLine>
  );
}

/** The latest swab that somebody took at the lane and that stands. */
export function lastOf(at: AtLane, actorId: string): Sample | undefined {
  let last: Sample | undefined;
  for (const sample of at.state.testing.samples.by('lane', at.lane.id)) {
    if (sample.by !== actorId) continue;
    if (!last || sample.at > last.at || (sample.at === last.at && sample.id > last.id)) last = sample;
  }
  return last;
}
