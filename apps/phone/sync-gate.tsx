import { type ReactNode, useEffect, useState } from 'react';
import type { SyncClient } from '#kernel/sync/client/client.ts';
import { SyncContext } from '#kernel/sync/client/hooks.ts';
import { httpTransport } from '#kernel/sync/client/http-transport.ts';
import { openSync } from '#kernel/sync/client/open-sync.ts';
import { APP_VERSION, deviceId } from '#kernel/ui/device.ts';
import { ErrorFace, LoadingFace } from '#kernel/ui/phone/index.ts';
import type { Session } from '#kernel/ui/session.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { vaultsHere } from '#kernel/vault/here.ts';
import { unlockedCell } from '#kernel/vault/unlocked.ts';
import { leaveClosedArea } from './closed-area.ts';
import { keysOf } from './keys.ts';
import { text } from './messages/index.ts';
import { modules } from './modules.ts';

/** Opens the sync of the person signed in, beneath every framed screen; it works without a network. */
export default function SyncGate({ session, children }: { session: Session; children: ReactNode }) {
  const t = useText(text);
  const [client, setClient] = useState<SyncClient | null>(null);
  const [fault, setFault] = useState<unknown>(null);
  const { areaId, actorId } = session;

  useEffect(() => {
    const opening = open(areaId, actorId);
    let left = false;
    opening.then(
      (opened) => {
        if (left) return;
        opened.start();
        setClient(opened);
      },
      (error: unknown) => setFault(error),
    );
    return () => {
      left = true;
      setClient(null);
      // What could not be opened was told above, and has nothing to close.
      opening.then((opened) => opened.close()).catch(() => undefined);
    };
  }, [areaId, actorId]);

  // A session object that changes for the same person means: signed in again.
  useEffect(() => {
    if (session.actorId === client?.actorId) client.signedIn();
  }, [session, client]);

  useEffect(
    () =>
      client?.subscribeState(() => {
        const { revoked, closed } = client.syncState();
        if (closed) void leaveClosedArea(areaId);
        else if (revoked) void vaultsHere().destroyArea(areaId);
      }),
    [client, areaId],
  );

  if (fault !== null) return <ErrorFace error={fault} retry={() => window.location.reload()} />;
  if (!client) return <LoadingFace what={t('preparing')} />;
  return <SyncContext value={client}>{children}</SyncContext>;
}

async function open(areaId: string, actorId: string): Promise<SyncClient> {
  const transport = httpTransport({ areaId, memberId: actorId });
  const common = {
    areaId,
    actorId,
    transport,
    modules,
    deviceId: deviceId(),
    appVersion: APP_VERSION,
  };
  const vault = unlockedCell.get();
  if (vault) return openSync({ ...common, ...keysOf(vault, areaId) });
  // On plain HTTP nothing can be encrypted: what was pulled lasts until the page is opened again.
  const client = await openSync(common);
  await client.erase();
  return client;
}
