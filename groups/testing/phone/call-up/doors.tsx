import { useState } from 'react';
import {
  BigNumber,
  EmptyFace,
  PhoneList,
  PhonePage,
  PhoneRow,
  SideButton,
  StateFace,
  SyncNow,
} from '#kernel/ui/phone/index.ts';
import type { ScreenProps } from '#kernel/ui/screen.ts';
import { useText } from '#kernel/ui/use-text.ts';
import type { DoorStop } from '../../contract.ts';
import { callUpPhoneText } from '../../messages/call-up-phone.ts';
import { mark } from '../../messages/mark.ts';
import { to } from '../paths.ts';
import type { PhoneState } from '../projection.ts';
import { useTesting } from '../use-round.ts';
import { DoorCard } from './door-card.tsx';
import { type DoorState, doorState, doorWords, standingDoors } from './door-list.ts';
import { type Member, membersOf } from './members.ts';
import { type DoorTeam, keepTeam, readTeam } from './team-choice.ts';
import { TeamForm } from './team-form.tsx';
import './call-up.css';

/** The doors of a team in walking order. Works without a network all day, and after a reload. */
export default function Doors({ params }: ScreenProps) {
  const t = useText(callUpPhoneText);
  const state = useTesting();
  const { roundId = '' } = params;
  const [choice, setChoice] = useState<DoorTeam | null>(() => readTeam(roundId));
  const doors = standingDoors(state, roundId);
  const choose = (chosen: DoorTeam | null) => {
    keepTeam(roundId, chosen);
    setChoice(chosen);
  };
  const own = choice && state.testing.lanes.get(choice.laneId) ? choice : null;
  return (
    <PhonePage title={t('doors')} mark={mark} back={to.rounds()} field aside={<SyncNow />}>
      {doors.length === 0 ? <EmptyFace title={t('doors.none')} next={t('doors.none-next')} /> : null}
      {doors.length > 0 && !own ? <TeamForm state={state} doors={doors} onChosen={choose} /> : null}
      {doors.length > 0 && own ? (
        <>
          <Walk state={state} doors={doors.filter(({ team }) => team === own.team)} laneId={own.laneId} />
          <SideButton onPress={() => choose(null)}>{t('doors.change')}</SideButton>
        </>
      ) : null}
    </PhonePage>
  );
}

function Walk({ state, doors, laneId }: { state: PhoneState; doors: readonly DoorStop[]; laneId: string }) {
  const t = useText(callUpPhoneText);
  const [opened, setOpened] = useState<string | null>(null);
  const [first] = doors;
  if (!first) return <EmptyFace title={t('doors.none')} />;
  const members = membersOf(
    state,
    first.roundId,
    doors.map(({ householdId }) => householdId),
  );
  const of = (door: DoorStop): readonly Member[] => members.get(door.householdId) ?? [];
  const how = (door: DoorStop): DoorState => doorState(door, of(door));
  const compounds = new Set(doors.map(({ place }) => place.compound)).size > 1;
  const words = (door: DoorStop) => doorWords(door, (floor) => t('doors.at', { floor }), compounds);
  const left = doors.filter((door) => how(door) !== 'done').length;
  const here = doors.find(({ id }) => id === opened) ?? doors.find((door) => how(door) === 'left');
  return (
    <>
      <BigNumber value={left} of={doors.length} label={t('doors.left')} />
      {here ? (
        <DoorCard
          key={here.id}
          state={state}
          door={here}
          members={of(here)}
          words={words(here)}
          laneId={laneId}
          onLeave={() => setOpened(null)}
        />
      ) : (
        <EmptyFace title={t('doors.all-done')} {...(left > 0 && { next: t('doors.all-done-next') })} />
      )}
      <h2 className="call-heading">{t('doors.list')}</h2>
      <PhoneList label={t('doors.list')}>
        {doors.map((door) => (
          <PhoneRow
            key={door.id}
            title={words(door)}
            detail={`${t(`doors.reason.${door.reason}`)} · ${t('doors.people', { count: of(door).length })}`}
            aside={<DoorFace how={how(door)} pending={isPending(state, door, of(door))} />}
            onPress={() => {
              setOpened(door.id);
              window.scrollTo({ top: 0 });
            }}
          />
        ))}
      </PhoneList>
    </>
  );
}

const isPending = (state: PhoneState, door: DoorStop, members: readonly Member[]): boolean =>
  state.testing.doors.isChanged(door.id) || members.some(({ pending }) => pending);

function DoorFace({ how, pending }: { how: DoorState; pending: boolean }) {
  const t = useText(callUpPhoneText);
  if (how === 'left') return null;
  if (pending)
    return <StateFace face="pending" word={how === 'nobody' ? t('doors.nobody') : t('doors.pending')} />;
  return how === 'done' ? <StateFace face="done" /> : <StateFace face="flagged" word={t('doors.nobody')} />;
}
