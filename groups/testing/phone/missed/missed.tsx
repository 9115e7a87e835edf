import { useState } from 'react';
import {
  BigNumber,
  EmptyFace,
  PhoneList,
  PhonePage,
  PhoneRow,
  StateFace,
  SyncNow,
} from '#kernel/ui/phone/index.ts';
import type { ScreenProps } from '#kernel/ui/screen.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { mark } from '../../messages/mark.ts';
import { missedText } from '../../messages/missed.ts';
import { to } from '../paths.ts';
import type { ListedCard } from '../people-list.ts';
import { personLine } from '../person-line.ts';
import { useTesting } from '../use-round.ts';
import { CallSheet } from './call-sheet.tsx';
import { type Missing, type MissingBuilding, missingPeople } from './missing.ts';

/** Who has not come, building by building; what they answer is written down at once, without a network too. */
export default function MissedOnPhone({ params }: ScreenProps) {
  const t = useText(missedText);
  const state = useTesting();
  const { roundId = '' } = params;
  const [opened, setOpened] = useState<string | null>(null);
  const [called, setCalled] = useState<ListedCard | null>(null);
  const buildings = missingPeople(state, roundId);
  const left = buildings.reduce((sum, { people }) => sum + people.length, 0);
  const here = buildings.find(({ buildingId }) => buildingId === opened) ?? buildings[0];
  return (
    <PhonePage title={t('title')} mark={mark} back={to.rounds()} field aside={<SyncNow />}>
      {here ? <BigNumber value={left} label={t('phone.lead')} /> : <EmptyFace title={t('phone.none')} />}
      {here ? <Building building={here} onCall={setCalled} /> : null}
      {buildings.length > 1 ? (
        <PhoneList label={t('buildings')}>
          {buildings.map(({ buildingId, label, people }) => (
            <PhoneRow
              key={buildingId}
              title={t('phone.building', { building: label, count: people.length })}
              onPress={() => setOpened(buildingId)}
            />
          ))}
        </PhoneList>
      ) : null}
      {called ? <CallSheet roundId={roundId} person={called} onClose={() => setCalled(null)} /> : null}
    </PhonePage>
  );
}

function Building({ building, onCall }: { building: MissingBuilding; onCall: (card: ListedCard) => void }) {
  const t = useText(missedText);
  const said = ({ call, pending }: Missing) =>
    call === null ? null : (
      <StateFace face={pending ? 'pending' : 'done'} word={t(`answer.${call.answer}`)} />
    );
  return (
    <section>
      <h2>{building.label}</h2>
      <PhoneList label={building.label}>
        {building.people.map((missing) => (
          <PhoneRow
            key={missing.card.id}
            title={personLine(missing.card)}
            aside={said(missing)}
            onPress={() => onCall(missing.card)}
          />
        ))}
      </PhoneList>
    </section>
  );
}
