import { useState } from 'react';
import { BigButton, PhoneChoice } from '#kernel/ui/phone/index.ts';
import { useText } from '#kernel/ui/use-text.ts';
import type { DoorStop } from '../../contract.ts';
import { callUpPhoneText } from '../../messages/call-up-phone.ts';
import { phoneText } from '../../messages/phone.ts';
import type { PhoneState } from '../projection.ts';
import { lanesOf } from '../use-round.ts';
import type { DoorTeam } from './team-choice.ts';

/** Asked once: which doors are mine, and to which lane do my tubes belong. */
export function TeamForm(props: {
  state: PhoneState;
  doors: readonly DoorStop[];
  onChosen: (choice: DoorTeam) => void;
}) {
  const t = useText(callUpPhoneText);
  const phone = useText(phoneText);
  const { state, doors } = props;
  const round = state.testing.rounds.get(doors[0]?.roundId ?? '');
  const lanes = round ? lanesOf(state, round) : [];
  const teams = [...new Set(doors.map(({ team }) => team))];
  const [team, setTeam] = useState<string | null>(teams.length === 1 ? String(teams[0]) : null);
  const [laneId, setLane] = useState<string | null>(lanes.length === 1 ? (lanes[0]?.lane.id ?? null) : null);
  const households = (of: number) => doors.filter((door) => door.team === of).length;
  return (
    <>
      {teams.length > 1 ? (
        <PhoneChoice
          label={t('doors.team')}
          value={team}
          options={teams.map((one) => ({
            value: String(one),
            label: t('doors.team-row', { team: one, count: households(one) }),
          }))}
          onChange={setTeam}
        />
      ) : null}
      <PhoneChoice
        label={t('doors.lane')}
        value={laneId}
        options={lanes.map(({ site, lane }) => ({
          value: lane.id,
          label: phone('lane', { site: site.name, lane: lane.name }),
        }))}
        onChange={setLane}
      />
      <BigButton
        disabled={team === null || laneId === null}
        onPress={() => {
          if (team !== null && laneId !== null) props.onChosen({ team: Number(team), laneId });
        }}
      >
        {t('doors.start')}
      </BigButton>
    </>
  );
}
