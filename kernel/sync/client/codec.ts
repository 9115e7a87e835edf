import type { CommandEnvelope } from '../../command/command.ts';
import type { CollectionDelta } from '../protocol.ts';

/** What stands in one record of IndexedDB; opaque to the store. */
export type Payload = string | Uint8Array;

export interface SegmentBody {
  readonly collections: Readonly<Record<string, CollectionDelta>>;
}

/** How pulled rows rest on the device. Never called inside a database transaction, so it may await Web Crypto. */
export interface SegmentCodec {
  encode(body: SegmentBody): Payload | Promise<Payload>;
  decode(payload: Payload): SegmentBody | Promise<SegmentBody>;
}

/** How commands rest on the device. Never called inside a database transaction. */
export interface EnvelopeSealer {
  seal(envelope: CommandEnvelope): Payload | Promise<Payload>;
  /** Null when this session cannot open it, because another author's session sealed it. */
  open(payload: Payload): CommandEnvelope | null | Promise<CommandEnvelope | null>;
}

/** One text per segment: it is read back several times faster than the same rows as cloned objects. */
export const plainCodec: SegmentCodec = {
  encode: (body) => JSON.stringify(body),
  decode: (payload) => JSON.parse(text(payload)) as SegmentBody,
};

export const plainSealer: EnvelopeSealer = {
  seal: (envelope) => JSON.stringify(envelope),
  open: (payload) => JSON.parse(text(payload)) as CommandEnvelope,
};

function text(payload: Payload): string {
  return typeof payload === 'string' ? payload : new TextDecoder().decode(payload);
}
