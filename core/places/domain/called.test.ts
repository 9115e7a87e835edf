import { describe, expect, it } from 'vitest';
import { isCalled } from './called.ts';

const PLACES = [
  '东园路小区 15弄2号',
  '海棠大厦 A座',
  '清源小区 2号',
  '清源小区 12号',
  '清源小区 13号甲',
  '清源小区 20号',
];
const found = (typed: string) => PLACES.filter((place) => isCalled(typed, place));

describe('a building is found as people call it', () => {
  it.each([
    ['12', ['清源小区 12号']],
    ['12号', ['清源小区 12号']],
    ['12号楼', ['清源小区 12号']],
    ['１２', ['清源小区 12号']],
    ['清源12', ['清源小区 12号']],
    ['清源小区 12号', ['清源小区 12号']],
    ['清源小区12', ['清源小区 12号']],
    ['15弄2', ['东园路小区 15弄2号']],
    ['15-2', ['东园路小区 15弄2号']],
    ['13甲', ['清源小区 13号甲']],
    ['13号甲', ['清源小区 13号甲']],
    ['a', ['海棠大厦 A座']],
    ['海棠', ['海棠大厦 A座']],
  ])('%s', (typed, places) => {
    expect(found(typed)).toEqual(places);
  });

  it('a number that is being typed finds what begins so, one that is ended only itself', () => {
    expect(found('2')).toEqual(['东园路小区 15弄2号', '清源小区 2号', '清源小区 20号']);
    expect(found('2号')).toEqual(['东园路小区 15弄2号', '清源小区 2号']);
  });

  it('what nothing is called finds nothing; nothing typed finds all', () => {
    expect(found('99号')).toEqual([]);
    expect(found('')).toEqual(PLACES);
  });
});
