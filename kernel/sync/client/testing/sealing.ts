import type { EnvelopeSealer, SegmentCodec } from '../codec.ts';
import { plainCodec, plainSealer } from '../codec.ts';

/** Stands for a member's keys: opens only what the same name closed, and seals as the reference server reads it. */
export function namedKeys(name: string, enrolled: () => boolean = () => true) {
  const mark = (payload: unknown) => `${name}:${String(payload)}`;
  const mine = (payload: unknown) => String(payload).startsWith(`${name}:`);
  const inside = (payload: unknown) => String(payload).slice(name.length + 1);
  const sealer: EnvelopeSealer = {
    sign: (envelope) => ({ ...envelope, signature: `signed by ${name}` }),
    seal: (envelope) => mark(plainSealer.seal(envelope)),
    open: (payload) => (mine(payload) ? plainSealer.open(inside(payload)) : null),
    sealForServer: (envelope, offset) => (enrolled() ? JSON.stringify({ envelope, offset }) : null),
    files: {
      seal: mark,
      open: (payload) => (mine(payload) ? inside(payload) : null),
      sealForServer: (key) => (enrolled() ? `sealed ${key}` : null),
    },
  };
  const codec: SegmentCodec = {
    encode: (body) => mark(plainCodec.encode(body)),
    decode: (payload) => (mine(payload) ? plainCodec.decode(inside(payload)) : null),
  };
  return { sealer, codec };
}
