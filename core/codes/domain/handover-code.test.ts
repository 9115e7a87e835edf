import { describe, expect, test } from 'vitest';
import { handoverCode, handoverQr, readHandoverQr } from './handover-code.ts';
import { boxCode, formatCode } from './plain.ts';
import { readCode } from './read.ts';

const areaId = '0190c3f0-0000-7000-8000-0000000a1b2c';
const context = { areaId, labs: [] };
const random = Uint8Array.from([1, 200, 33, 4, 250]);

describe('a hand-over code', () => {
  test('says how many boxes and tubes to whoever types it', () => {
    const code = handoverCode(areaId, { boxes: 3, things: 137 }, random);
    expect(code).toMatch(/^V.{11}$/);
    expect(readCode(formatCode(code).toLowerCase(), context)).toEqual({
      kind: 'handover',
      text: code,
      boxes: 3,
      things: 137,
    });
  });

  test('says the most it can where there is more', () => {
    const code = handoverCode(areaId, { boxes: 40, things: 5000 }, random);
    expect(readCode(code, context)).toMatchObject({ boxes: 31, things: 1023 });
  });

  test('differs from the next one and tells a slip of the finger', () => {
    const one = handoverCode(areaId, { boxes: 1, things: 9 }, random);
    const other = handoverCode(areaId, { boxes: 1, things: 9 }, Uint8Array.from([2, 200, 33, 4, 250]));
    expect(other).not.toBe(one);
    const slip = `${one.slice(0, 4)}${one.charAt(4) === '7' ? '8' : '7'}${one.slice(5)}`;
    expect(readCode(slip, context)).toMatchObject({ code: 'codes.check-symbol' });
  });
});

describe('its QR code', () => {
  const boxes = [
    { code: boxCode(areaId, 12), tubes: 24 },
    { code: boxCode(areaId, 13), tubes: 7 },
  ];
  const code = handoverCode(areaId, { boxes: 2, things: 31 }, random);

  test('carries time and boxes, and is read back', () => {
    const text = handoverQr({ code, at: 1_650_182_400_000, boxes });
    expect(text).toMatch(/^[0-9A-Z$%*+\-./: ]+$/);
    expect(readHandoverQr(text)).toEqual({ code, at: 1_650_182_400_000, boxes });
  });

  test('is no other text', () => {
    for (const text of [code, '', `${code}*`, `${code}*ABC`, `${code}*ABC*X:`, `${code}*ABC*:12`, '*'])
      expect(readHandoverQr(text), text).toBeNull();
  });
});
