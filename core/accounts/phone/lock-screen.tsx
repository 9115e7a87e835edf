import { useState } from 'react';
import { useGo } from '#kernel/ui/navigation.tsx';
import { BigButton, PhoneList, PhonePage, PhoneRow, ToneBadge } from '#kernel/ui/phone/index.ts';
import { useText } from '#kernel/ui/use-text.ts';
import type { VaultRecord } from '#kernel/vault/database.ts';
import { lastUnlocked } from '#kernel/vault/unlocked.ts';
import { phoneText } from '../messages/phone.ts';
import { phonePaths } from '../paths.ts';
import { marksText } from './marks-text.ts';
import { Unlock } from './unlock.tsx';

export interface LockScreenProps {
  /** Everybody who has a vault on this phone; at least one. */
  readonly people: readonly VaultRecord[];
  /** Commands that wait here, by author. */
  readonly waiting: ReadonlyMap<string, number>;
  /** Whether a member's keys may be destroyed without losing a command. */
  readonly isSealed: (areaId: string, memberId: string) => Promise<boolean>;
  /** The secret of somebody is destroyed: what was pulled for him or her is of no use any more. */
  readonly onSpent: (areaId: string, memberId: string) => Promise<void>;
  /** The person just unlocked no longer works in the area. */
  readonly onEnded: () => Promise<void>;
}

/** A locked phone: who has it in hand, and that person's PIN. Whoever had it last is asked first. */
export function LockScreen({ people, waiting, isSealed, onSpent, onEnded }: LockScreenProps) {
  const t = useText(phoneText);
  const go = useGo();
  const [chosen, setChosen] = useState<string | null>(() => first(people));
  const person = people.find(({ id }) => id === chosen);
  if (person) {
    return (
      <Unlock
        key={person.id}
        person={person}
        waiting={waiting.get(person.memberId) ?? 0}
        mayDestroy={() => isSealed(person.areaId, person.memberId)}
        onSpent={() => onSpent(person.areaId, person.memberId)}
        onEnded={onEnded}
        onSwitch={() => setChosen(null)}
      />
    );
  }
  const areas = new Set(people.map(({ areaId }) => areaId));
  return (
    <PhonePage
      title={t('lock.who')}
      actions={
        <BigButton tone="plain" onPress={() => go(phonePaths.signIn)}>
          {t('lock.other')}
        </BigButton>
      }
    >
      <PhoneList label={t('lock.people')}>
        {people.map(({ id, label, memberId, wrapped }) => {
          const count = waiting.get(memberId) ?? 0;
          return (
            <PhoneRow
              key={id}
              title={label.name}
              detail={
                <span>
                  {marksText(t, label.marks)}
                  {areas.size > 1 ? ` · ${label.place}` : null}
                  {wrapped === null ? ` · ${t('lock.needs-network')}` : null}
                </span>
              }
              aside={count > 0 ? <ToneBadge tone="blue" word={t('lock.waiting', { count })} /> : null}
              onPress={() => setChosen(id)}
            />
          );
        })}
      </PhoneList>
    </PhonePage>
  );
}

function first(people: readonly VaultRecord[]): string | null {
  const last = lastUnlocked();
  const found = people.find(({ id }) => id === last) ?? (people.length === 1 ? people[0] : undefined);
  return found?.id ?? null;
}
