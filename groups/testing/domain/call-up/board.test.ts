import { describe, expect, it } from 'vitest';
import { callBoard } from './board.ts';
import { floorWords } from './floors.ts';

const slot = (id: string, startsAt: number, lastCallAt: number | null, skippedAt: number | null = null) => ({
  id,
  startsAt,
  lastCallAt,
  skippedAt,
  endedAt: null,
});
const ids = (slots: readonly { readonly id: string }[]) => slots.map(({ id }) => id);

describe('what a site shows', () => {
  it('the latest call first, then what is ahead in its order, the skipped apart', () => {
    const board = callBoard([
      slot('e', 5, null),
      slot('a', 1, 10),
      slot('d', 4, null),
      slot('b', 2, 30),
      slot('c', 3, 20, 25),
    ]);
    expect(ids(board.called)).toEqual(['b', 'a']);
    expect(ids(board.ahead)).toEqual(['d', 'e']);
    expect(ids(board.skipped)).toEqual(['c']);
  });

  it('one called again after it was skipped is called', () => {
    expect(ids(callBoard([slot('c', 3, 30, 25)]).called)).toEqual(['c']);
  });

  it('a cancelled one is nowhere', () => {
    const board = callBoard([{ ...slot('c', 3, 30), endedAt: 40 }]);
    expect([...board.called, ...board.ahead, ...board.skipped]).toEqual([]);
  });
});

describe('floors are said', () => {
  it.each([
    [[16, 15, 14], '16–14'],
    [[1, 2, 3], '1–3'],
    [[7], '7'],
    [[12, 9], '12、9'],
    [[3, 2, 5, 6], '3–2、5–6'],
    [[2, 1, 2], '2–1、2'],
    [[], ''],
  ])('%j as %s', (floors, words) => {
    expect(floorWords(floors)).toBe(words);
  });
});
