import { describe, expect, it } from 'vitest';
import {
  firstDue,
  halves,
  namesToDrop,
  nextNight,
  nightlyName,
  SOON_MS,
  timeOfDay,
} from './nightly-times.ts';

const at = (text: string): number => new Date(text).getTime();
const night = { hour: 3, minute: 30 };

describe('when the nightly backup is made', () => {
  it('reads a time of day, and nothing else', () => {
    expect(timeOfDay('03:30')).toEqual(night);
    expect(timeOfDay('23:59')).toEqual({ hour: 23, minute: 59 });
    for (const text of ['24:00', '3', '03:60', '', 'off']) expect(timeOfDay(text)).toBeNull();
  });

  it('is the next such time, today or tomorrow, over the end of a month', () => {
    expect(nextNight(at('2022-04-04T01:00'), night)).toBe(at('2022-04-04T03:30'));
    expect(nextNight(at('2022-04-04T03:30'), night)).toBe(at('2022-04-05T03:30'));
    expect(nextNight(at('2022-04-30T22:00'), night)).toBe(at('2022-05-01T03:30'));
  });

  it('is soon after a start when the last night was missed, or there never was one', () => {
    const now = at('2022-04-04T09:00');
    expect(firstDue(now, at('2022-04-04T03:30'), night)).toBe(at('2022-04-05T03:30'));
    expect(firstDue(now, at('2022-04-03T03:31'), night)).toBe(now + SOON_MS);
    expect(firstDue(now, null, night)).toBe(now + SOON_MS);
    expect(firstDue(at('2022-04-04T03:29'), null, night)).toBe(at('2022-04-04T03:30'));
  });
});

describe('what lies in the folder of backups', () => {
  it('is named by its time; the newest are kept, and nothing is touched that is not a nightly backup', () => {
    const names = ['2022-04-03T03:30', '2022-04-01T03:30', '2022-04-02T03:30'].map((t) =>
      nightlyName(new Date(t)),
    );
    expect(names[0]).toBe('concerto-20220403-0330.age');
    const all = [...names, 'concerto-before-move.age', 'notes.txt', `${names[0]}.part`];
    expect(namesToDrop(all, 2)).toEqual(['concerto-20220401-0330.age']);
    expect(namesToDrop(all, 3)).toEqual([]);
    expect(halves(all)).toEqual([`${names[0]}.part`]);
  });
});
