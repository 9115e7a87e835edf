import type { EnvelopeSealer, SegmentCodec } from './codec.ts';
import type { DatabaseOptions } from './database.ts';
import type { Environment } from './environment.ts';
import type { Projection, ProjectionSource } from './projection.ts';
import type { Transport } from './transport.ts';

export interface SyncOptions extends DatabaseOptions {
  /** The member signed in; author of what is dispatched. */
  readonly actorId: string;
  readonly transport: Transport;
  /** Those that are here from the start; screens bring their own. */
  readonly projections?: readonly Projection<unknown>[];
  /** Whose projections are loaded for commands that wait, where no screen has brought them. */
  readonly modules?: readonly ProjectionSource[];
  readonly codec?: SegmentCodec;
  readonly sealer?: EnvelopeSealer;
  /** This browser profile's id; minted and kept where left out. */
  readonly deviceId?: string;
  /** What the page was built as; told to the server with each pull. */
  readonly appVersion?: string;
  /** Called in each try with a session, before anything is sent: makes the author's key known to the server. */
  readonly prepare?: () => Promise<void>;
  /** Told when the browser has cleared the storage beneath the open page. */
  readonly onLost?: () => void;
  readonly environment?: Environment;
  /** What this client speaks; another one only in tests. */
  readonly protocol?: number;
  /** Told of faults in a module's rules over a waiting command, and in the sync itself. Never holds personal data. */
  readonly onFault?: (error: unknown) => void;
}
