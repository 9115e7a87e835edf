import type { ReactNode } from 'react';
import { SyncProvider } from '#kernel/ui/phone/sync.tsx';
import type { Session } from '#kernel/ui/session.ts';

/** Opens the sync of the person signed in, beneath every framed screen. */
export function SyncGate({ session, children }: { session: Session; children: ReactNode }) {
  return (
    <SyncProvider sync={null} key={session.actorId}>
      {children}
    </SyncProvider>
  );
}
