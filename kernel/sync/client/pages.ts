import type { PackedDelta, PackedTerm, PulledRow } from '../protocol.ts';
import type { Payload, SegmentBody, SegmentCodec } from './codec.ts';

/**
 * Rows (and gone ids) in one record. Browsers keep a large record in a file of its own, so few are opened and written
 * several times faster than many; what came by columns is one record however long it is.
 */
export const SEGMENT_ROWS = 20_000;

/** Cuts what came of one term into bodies of at most `SEGMENT_ROWS` rows; gone ids count as rows. */
export function cut(collections: Readonly<Record<string, PackedDelta>>): SegmentBody[] {
  const bodies: SegmentBody[] = [];
  let open: Record<string, { rows: PulledRow[]; gone: string[] }> = {};
  let size = 0;
  const close = () => {
    if (size > 0) bodies.push({ collections: open });
    open = {};
    size = 0;
  };
  const room = (name: string) => {
    if (size >= SEGMENT_ROWS) close();
    size += 1;
    open[name] ??= { rows: [], gone: [] };
    return open[name];
  };
  for (const [name, delta] of Object.entries(collections)) {
    if ('packed' in delta) bodies.push({ collections: { [name]: delta } });
    else {
      for (const id of delta.gone) room(name).gone.push(id);
      for (const row of delta.rows) room(name).rows.push(row);
    }
  }
  close();
  return bodies;
}

/** Encodes a page before its transaction opens: an await on anything else would break the transaction. */
export async function encodePage(
  codec: SegmentCodec,
  parts: readonly PackedTerm[],
): Promise<ReadonlyMap<PackedTerm, readonly Payload[]>> {
  const encoded = new Map<PackedTerm, readonly Payload[]>();
  for (const part of parts) encoded.set(part, await encodeAll(codec, cut(part.collections)));
  return encoded;
}

export async function encodeAll(codec: SegmentCodec, bodies: readonly SegmentBody[]): Promise<Payload[]> {
  const payloads: Payload[] = [];
  for (const body of bodies) payloads.push(await codec.encode(body));
  return payloads;
}
