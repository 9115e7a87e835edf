import { useDeferredValue, useState } from 'react';
import { BottomSheet, PhoneInput, PhoneList, PhoneRow } from '#kernel/ui/phone/index.ts';
import { useText } from '#kernel/ui/use-text.ts';
import type { Method } from '../contract.ts';
import { phoneText } from '../messages/phone.ts';
import { samplingText } from '../messages/sampling.ts';
import { methodOf } from './find-person.ts';
import type { ListedCard } from './people-list.ts';
import { personLine } from './person-line.ts';
import type { PhoneRound } from './projection.ts';

const MOST = 30;

/** Somebody without a code: by building-room, by pinyin, by initials. One field takes them all. */
export function FindSheet(props: {
  by: 'room' | 'name';
  round: PhoneRound;
  onFound: (person: ListedCard, method: Method) => void;
  onDetails: (person: ListedCard) => void;
  onClose: () => void;
}) {
  const t = useText(phoneText);
  const [typed, setTyped] = useState('');
  const words = useDeferredValue(typed);
  const found = props.round.people.search.find(words, MOST);
  const { by } = props;
  return (
    <BottomSheet title={t(`find.${by}-title`)} onClose={props.onClose}>
      <PhoneInput
        label={t(`find.${by}`)}
        hint={t(`find.${by}-hint`)}
        value={typed}
        onChange={setTyped}
        type="search"
        inputMode="search"
      />
      {words !== '' && found.length === 0 ? <p role="status">{t('find.nobody')}</p> : null}
      <PeopleList
        people={found}
        onPress={(person) => props.onFound(person, methodOf(words))}
        onDetails={props.onDetails}
      />
    </BottomSheet>
  );
}

export function PeopleList(props: {
  people: readonly ListedCard[];
  onPress: (person: ListedCard) => void;
  onDetails?: (person: ListedCard) => void;
}) {
  const t = useText(phoneText);
  const more = useText(samplingText);
  const { onDetails } = props;
  return (
    <PhoneList label={t('find.several', { count: props.people.length })}>
      {props.people.map((person) => (
        <PhoneRow
          key={person.id}
          title={personLine(person)}
          detail={person.compound}
          onPress={() => props.onPress(person)}
          {...(onDetails && {
            more: {
              label: more('person.details', { person: personLine(person) }),
              onPress: () => onDetails(person),
            },
          })}
        />
      ))}
    </PhoneList>
  );
}
