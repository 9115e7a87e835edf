import type { CommandEnvelope } from '../../command/command.ts';
import { type Bytes, joined, utf8 } from '../../vault/bytes.ts';
import { packAll } from '../columns.ts';
import { CAME_AS, type PackedDelta } from '../protocol.ts';

/** What stands in one record of IndexedDB; opaque to the store. */
export type Payload = string | Uint8Array;

/** Long collections rest by columns. A segment that an older page wrote has rows alone. */
export interface SegmentBody {
  readonly collections: Readonly<Record<string, PackedDelta>>;
}

/** As it rests: what came by columns is left as it came. */
const packBody = ({ collections }: SegmentBody): SegmentBody => ({ collections: packAll(collections) });

/** A body as the text it rests as, in UTF-8. What came in a line of its own is taken as it came, not written anew. */
export function bodyText(body: SegmentBody): Bytes {
  const [only, ...others] = Object.entries(body.collections);
  const line = only && others.length === 0 && 'packed' in only[1] ? only[1][CAME_AS] : undefined;
  if (!only || !line) return utf8(JSON.stringify(packBody(body)));
  return joined(utf8(`{"collections":{${JSON.stringify(only[0])}:`), line, utf8('}}'));
}

/** How pulled rows rest on the device. Never called inside a database transaction, so it may await Web Crypto. */
export interface SegmentCodec {
  encode(body: SegmentBody): Payload | Promise<Payload>;
  /** Null when another key sealed it: what is held is then pulled anew. */
  decode(payload: Payload): SegmentBody | null | Promise<SegmentBody | null>;
}

/** How commands rest on the device. Never called inside a database transaction. */
export interface EnvelopeSealer {
  /** Signs with the author's key on this device; as it is where there is none. */
  sign(envelope: CommandEnvelope): CommandEnvelope | Promise<CommandEnvelope>;
  /** For its author. */
  seal(envelope: CommandEnvelope): Payload | Promise<Payload>;
  /** Null when this session cannot open it, because another author's session sealed it. */
  open(payload: Payload): CommandEnvelope | null | Promise<CommandEnvelope | null>;
  /**
   * For the server alone, base64url, so that whoever comes by a network may carry it. Null while that cannot be done.
   * @param offset server clock minus device clock when it was made, ms; null when never measured
   */
  sealForServer(envelope: CommandEnvelope, offset: number | null): string | null | Promise<string | null>;
  /** How keys of files rest; absent where nothing can be encrypted: then no file is kept. */
  readonly files?: FileKeySealer;
}

/** The key of one file: base64url of 32 bytes. */
export interface FileKeySealer {
  /** For its author. */
  seal(key: string): Payload | Promise<Payload>;
  /** Null when this session cannot open it. */
  open(payload: Payload): string | null | Promise<string | null>;
  /** For the server alone, base64url; null while that cannot be done. */
  sealForServer(key: string, fileId: string): string | null | Promise<string | null>;
}

/** One text per segment: it is read back several times faster than the same rows as cloned objects. */
export const plainCodec: SegmentCodec = {
  encode: (body) => JSON.stringify(packBody(body)),
  decode: (payload) => JSON.parse(text(payload)) as SegmentBody,
};

export const plainSealer: EnvelopeSealer = {
  sign: (envelope) => envelope,
  seal: (envelope) => JSON.stringify(envelope),
  open: (payload) => JSON.parse(text(payload)) as CommandEnvelope,
  sealForServer: () => null,
};

function text(payload: Payload): string {
  return typeof payload === 'string' ? payload : new TextDecoder().decode(payload);
}
