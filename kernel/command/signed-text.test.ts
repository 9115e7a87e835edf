import { describe, expect, it } from 'vitest';
import { signedText } from './signed-text.ts';

const areaId = '018f0000-0000-7000-8000-000000000001';
const envelope = {
  id: '018f0000-0000-7000-8000-00000000000a',
  kind: 'testing.sample',
  v: 1,
  claimedAt: 1_700_000_000_000,
  actorId: '018f0000-0000-7000-8000-0000000000aa',
  body: { tubeId: 't', persons: [{ b: 2, a: '王' }], note: null },
};

describe('the text an author signs', () => {
  it('is the same bytes on every phone and server', () => {
    expect(signedText(envelope, areaId)).toBe(
      'concerto/command/1\n' +
        '["018f0000-0000-7000-8000-00000000000a","testing.sample",1,1700000000000,' +
        '"018f0000-0000-7000-8000-0000000000aa","018f0000-0000-7000-8000-000000000001",' +
        '"{\\"note\\":null,\\"persons\\":[{\\"a\\":\\"王\\",\\"b\\":2}],\\"tubeId\\":\\"t\\"}"]',
    );
  });

  it('does not mind the order in which a body was put together, nor members left undefined', () => {
    const body = { note: null, extra: undefined, persons: [{ a: '王', b: 2 }], tubeId: 't' };
    expect(signedText({ ...envelope, body }, areaId)).toBe(signedText(envelope, areaId));
  });

  it('survives the way over JSON', () => {
    const arrived = JSON.parse(JSON.stringify({ ...envelope, body: { ...envelope.body, x: undefined } }));
    expect(signedText(arrived, areaId)).toBe(signedText(envelope, areaId));
  });

  it.each([
    ['its id', { id: '018f0000-0000-7000-8000-00000000000b' }],
    ['its kind', { kind: 'testing.void-sample' }],
    ['its version', { v: 2 }],
    ['its time', { claimedAt: 1_700_000_000_001 }],
    ['its author', { actorId: '018f0000-0000-7000-8000-0000000000ab' }],
    ['its body', { body: { ...envelope.body, tubeId: 'u' } }],
    ['the order of a list in its body', { body: { ...envelope.body, persons: [] } }],
  ])('changes with %s', (_what, over) => {
    expect(signedText({ ...envelope, ...over }, areaId)).not.toBe(signedText(envelope, areaId));
  });

  it('holds in one area only', () => {
    const elsewhere = '018f0000-0000-7000-8000-000000000002';
    expect(signedText(envelope, elsewhere)).not.toBe(signedText(envelope, areaId));
  });

  it('leaves the signature itself out', () => {
    expect(signedText({ ...envelope, ...{ signature: 'x' } }, areaId)).toBe(signedText(envelope, areaId));
  });
});
