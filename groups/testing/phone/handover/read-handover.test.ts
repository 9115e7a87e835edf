import { describe, expect, it } from 'vitest';
import { boxCode, formatCode, handoverCode, handoverQr } from '#core/codes/contract.ts';
import { MINUTE, MORNING } from '../../testing/area.ts';
import { giveDeed, ledger } from '../../testing/handover-deeds.ts';
import { Story } from '../../testing/story.ts';
import { readOffer } from './read-handover.ts';

const areaId = '0190c3f0-0000-7000-8000-0000000a1b2c';
const context = { areaId, labs: [] };
const boxes = [
  { code: boxCode(areaId, 12), tubes: 24 },
  { code: boxCode(areaId, 13), tubes: 7 },
];
const code = handoverCode(areaId, { boxes: 2, things: 31 }, Uint8Array.from([1, 2, 3, 4, 5]));
const givenAt = MORNING + 30 * MINUTE;

describe('the giver’s screen, read with no network', () => {
  it('tells boxes, tubes and time by its QR code', () => {
    expect(readOffer(handoverQr({ code, at: givenAt, boxes }), context, [])).toEqual({
      ...{ code, boxes, boxCount: 2, tubeCount: 31, givenAt, givenBy: null },
    });
  });

  it('tells how much by the short code typed', () => {
    expect(readOffer(` ${formatCode(code).toLowerCase()} `, context, [])).toEqual({
      ...{ code, boxes: [], boxCount: 2, tubeCount: 31, givenAt: null, givenBy: null },
    });
  });

  it('tells all where the giver’s record has come', () => {
    const story = Story.opened();
    story.tell(giveDeed(story, code, boxes, { by: 'anna', at: givenAt }));
    const { transfers } = ledger(story);
    expect(readOffer(formatCode(code), context, transfers)).toMatchObject({
      boxes,
      givenAt,
      givenBy: 'anna',
    });
  });

  it('is nothing else: a box, a person, a misread code, a code within a torn QR', () => {
    const misread = `${code.slice(0, 5)}${code.charAt(5) === '7' ? '8' : '7'}${code.slice(6)}`;
    for (const text of [boxCode(areaId, 1), misread, 'hello', `${misread}*ABC*X:1`, ''])
      expect(readOffer(text, context, []), text).toBeNull();
  });
});
