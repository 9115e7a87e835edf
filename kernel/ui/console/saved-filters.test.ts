import { expect, test } from 'vitest';
import { type SavedFilter, savedFilters, withFilter } from './saved-filters.ts';

const filter = (name: string, words = ''): SavedFilter => ({ name, words, choices: {} });

test('a filter saved under a known name replaces it, the others stay in order', () => {
  const list = withFilter(withFilter([filter('封控楼')], filter('外出')), filter('封控楼', '封控'));
  expect(list.map(({ name, words }) => [name, words])).toEqual([
    ['封控楼', '封控'],
    ['外出', ''],
  ]);
});

test('each table has its own list, the same one each time', () => {
  expect(savedFilters('a.rows')).toBe(savedFilters('a.rows'));
  savedFilters('a.rows').set([filter('x')]);
  expect(savedFilters('b.rows').get()).toEqual([]);
});
