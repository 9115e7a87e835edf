import { Navigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { LockScreen } from '#core/accounts/phone/lock-screen.tsx';
import { LoadingFace } from '#kernel/ui/phone/index.ts';
import type { VaultRecord } from '#kernel/vault/database.ts';
import { canKeepVaults, vaultsHere } from '#kernel/vault/here.ts';
import { openCaretaker, useCaretakers } from './caretakers.ts';
import { Closed } from './closed.tsx';
import { leavePhone } from './keep-fresh.ts';
import { paths } from './paths.ts';
import { Revoked } from './revoked.tsx';
import { unreadClosingCell } from './unread-closing.ts';

/** Before anything of a person is shown: the PIN of somebody who is on this phone, or sign-in where nobody is. */
export default function LockGate({ here }: { here: string }) {
  const [people, setPeople] = useState<readonly VaultRecord[] | null>(null);
  const resting = useCaretakers();
  useEffect(() => {
    if (!canKeepVaults()) return setPeople([]);
    vaultsHere()
      .list()
      .then(setPeople, () => setPeople([]));
  }, []);
  if (people === null || resting === null) return <LoadingFace />;
  const [someone] = people;
  if (!someone && unreadClosingCell.get()) return <Closed />;
  if (!someone) return <Navigate to={paths.signIn as never} search={{ next: here } as never} replace />;
  if (people.every(({ areaId }) => resting.closed.has(areaId))) return <Closed />;
  if (people.every(({ areaId }) => resting.revoked.has(areaId))) {
    return <Revoked waiting={[...resting.waiting.values()].reduce((sum, count) => sum + count, 0)} />;
  }
  return (
    <LockScreen
      people={people}
      waiting={resting.waiting}
      isSealed={async (areaId, memberId) => (await resting.caretaker(areaId)?.isSealed(memberId)) ?? true}
      onEnded={async () => {
        await leavePhone();
        setPeople(await vaultsHere().list());
      }}
      onSpent={async (areaId, memberId) => {
        const standing = resting.caretaker(areaId);
        const caretaker = standing ?? openCaretaker(areaId);
        await caretaker.erase(memberId);
        if (!standing) caretaker.close();
      }}
    />
  );
}
