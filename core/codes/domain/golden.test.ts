import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { areaTag, boxCode, codeOfRow, formatCode, serialHex, serialOf } from './plain.ts';
import { isProblem, readCode } from './read.ts';
import { signCode } from './signed/sign.ts';
import { verifySigned } from './signed/verify.ts';
import { nextTubeCodes } from './tube-series.ts';

/**
 * Codes are on paper: these texts were printed once and must be read for ever. A change here is a break with every
 * card and label that is out.
 */
const areaId = '0190c3f0-0000-7000-8000-0000000a1b2c';
const rowId = '0190c3f0-1111-7abc-8def-0123456789ab';
const context = { areaId, labs: [] };

describe('printed once, read for ever', () => {
  test('rows', () => {
    expect(areaTag(areaId)).toBe('SC');
    expect(serialOf(rowId)).toBe('4D2PF2DB');
    expect(codeOfRow('person', areaId, rowId)).toBe('PSC4D2PF2DBP');
    expect(codeOfRow('household', areaId, rowId)).toBe('HSC4D2PF2DB3');
    expect(codeOfRow('building', areaId, rowId)).toBe('BSC4D2PF2DBF');
    expect(codeOfRow('place', areaId, rowId)).toBe('DSC4D2PF2DBX');
  });

  test('boxes and tubes', () => {
    expect(formatCode(boxCode(areaId, 12))).toBe('XSC0 0000 0120');
    const series = { kind: 'own', areaId, day: '2022-04-17', lane: 'A' } as const;
    expect(nextTubeCodes(series, 32, 1)).toEqual(['TSC20417A00320']);
  });

  test('a signed pass', async () => {
    const payload = {
      kind: 'pass',
      areaId,
      keyId: '0190c3f0-2222-7000-8000-0000000000a1',
      subjectId: rowId,
      issuedAt: 1_650_168_000_000,
      notBefore: 1_650_168_000_000,
      expiresAt: 1_650_340_800_000,
    } as const;
    const text =
      'S040G02GV5G000051068C7W0H25XBS3FF04HMASW9NDH5Q460C9DS1G32BRSW1SGRZ2C1DCZ0ZFRQNGM91F2XZ6K2A3D3NN3XJBJ70WM07Y1K0FPRHMP7GKCYZPN605DPHA7PGDZGFN32E8NEGJTF9N5YJ3C9THF2MR30';
    expect(
      signCode(
        payload,
        Uint8Array.from({ length: 32 }, (_, i) => i),
      ),
    ).toBe(text);
    const key = {
      id: payload.keyId,
      publicKey: '03a107bff3ce10be1d70dd18e74bc09967e4d6309ba50d5f1ddc8664125531b8',
      validFrom: 0,
      validUntil: null,
      revokedAt: null,
    };
    const read = readCode(text, context);
    if (isProblem(read)) throw new Error(read.code);
    expect(await verifySigned(read.text, { areaId, keys: [key], now: 1_650_200_000_000 })).toMatchObject({
      kind: 'pass',
      subjectId: rowId,
      expiresAt: 1_650_340_800_000,
    });
  });
});

describe('a serial and the end of an id', () => {
  test('are the same forty bits', () => {
    expect(serialHex(serialOf(rowId))).toBe('23456789ab');
    expect(serialHex('00000000')).toBe('0000000000');
    expect(serialHex('ZZZZZZZZ')).toBe('ffffffffff');
  });

  test('no id, no code', () => {
    for (const wrong of ['', 'x', '0190c3f0', `${rowId}0`]) {
      expect(() => codeOfRow('person', areaId, wrong)).toThrow(RangeError);
      expect(() => areaTag(wrong)).toThrow(RangeError);
    }
  });
});

describe("a laboratory's result file", () => {
  const csv = new TextDecoder('gb18030').decode(readFileSync('tests/data/lab-results.csv'));
  const numbers = csv
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(',')[1] ?? '');
  const pattern = '310920220418#####';

  test('every tube of it is recognised, also those with a tab in front that keeps a sheet from rounding', () => {
    const labs = [{ name: '市疾控', pattern }];
    expect(numbers.filter((number) => number.startsWith('\t')).length).toBeGreaterThan(0);
    for (const number of numbers) {
      expect(readCode(number, { areaId, labs })).toEqual({
        kind: 'tube',
        text: number.trim(),
        lab: '市疾控',
      });
    }
  });

  test('its numbers are those that are printed from its first one', () => {
    expect(nextTubeCodes({ kind: 'lab', pattern }, numbers[0] ?? '', numbers.length)).toEqual(
      numbers.map((number) => number.trim()).sort(),
    );
  });
});
