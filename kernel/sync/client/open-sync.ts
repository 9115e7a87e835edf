import { uuidv7 } from '../../time-id/uuid.ts';
import { PROTOCOL } from '../protocol.ts';
import { SyncClient } from './client.ts';
import { knownTime } from './clock-offset.ts';
import { plainCodec, plainSealer, type SegmentCodec } from './codec.ts';
import { SyncDatabase } from './database.ts';
import { browserEnvironment } from './environment.ts';
import type { SyncOptions } from './options.ts';
import { ProjectionLoader } from './projection-loader.ts';
import { byTerm, loadSegments } from './puller.ts';
import type { Meta } from './records.ts';
import { Replica } from './replica.ts';
import { openEntries, pendingOf, type Session } from './session.ts';
import { eraseExpired, erasePulled, type Held, openHeld, readMeta } from './store.ts';
import { readFiles } from './store-files.ts';
import { createTurn } from './turn.ts';

/** Opens the area's database on this device and hydrates the projections. `start` begins to sync. */
export async function openSync(options: SyncOptions): Promise<SyncClient> {
  const environment = options.environment ?? browserEnvironment();
  const onFault = options.onFault ?? ((error: unknown) => console.error('sync', error));
  const codec = options.codec ?? plainCodec;
  const sealer = options.sealer ?? plainSealer;
  const protocol = options.protocol ?? PROTOCOL;
  const db = new SyncDatabase(options);
  const fresh: Meta = {
    deviceId: uuidv7(environment.clock.now(), environment.randomBytes),
    clock: null,
    latest: 0,
    revoked: false,
    holder: options.actorId,
    protocol,
    seen: 0,
    lastSync: null,
    holdUntil: null,
    expired: false,
  };
  const held = await openHeld(db, fresh, options.deviceId);
  const { replica, cursors } = await hydrate(db, held, options, codec, onFault);
  const closing = new AbortController();
  const client: { made?: SyncClient } = {};
  const session: Session = {
    areaId: options.areaId,
    actorId: options.actorId,
    protocol,
    db,
    codec,
    sealer,
    transport: options.transport,
    environment,
    replica,
    projections: new ProjectionLoader(options.modules ?? [], replica),
    turn: createTurn(),
    appVersion: options.appVersion,
    persisted: undefined,
    tabs: environment.channel(`concerto/${options.areaId}`, () => client.made?.hearTab()),
    closing: closing.signal,
    meta: await readMeta(db, options.actorId),
    cursors,
    outbox: await openEntries(sealer, held.outbox, []),
    files: await readFiles(db),
  };
  const waiting = pendingOf(session);
  // What cannot be loaded is not judged here; it is sent all the same, and its screens say what is missing.
  await session.projections.forKinds(waiting.map(({ envelope }) => envelope.kind)).catch(onFault);
  replica.refresh(waiting);
  client.made = new SyncClient(session, closing, { ...options, onFault });
  return client.made;
}

/** The rows in memory, if their time is not up and this member's key opens them; else they are erased. */
async function hydrate(
  db: SyncDatabase,
  held: Held,
  options: SyncOptions,
  codec: SegmentCodec,
  onFault: (error: unknown) => void,
) {
  const replica = new Replica(options.projections ?? [], held.meta.deviceId, onFault);
  const environment = options.environment ?? browserEnvironment();
  const gone = await eraseExpired(db, knownTime(held.meta, environment.clock.now()));
  const mineIsGone = gone.includes(options.actorId);
  if (!mineIsGone && (await loadSegments({ codec, replica }, held.segments))) {
    return { replica, cursors: byTerm(held.cursors) };
  }
  if (!mineIsGone) await erasePulled(db, options.actorId);
  const empty = new Replica(options.projections ?? [], held.meta.deviceId, onFault);
  return { replica: empty, cursors: byTerm([]) };
}
