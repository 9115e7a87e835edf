import { expect, it } from 'vitest';
import { namedPlaces } from './place-names.ts';

it('names every place with what it lies in, each before its own', () => {
  const entrances = [{ id: 'e', label: '2单元' }];
  const buildings = [{ id: 'b', label: '3号', entrances, dwellings: 12 }];
  const tree = { compounds: [{ id: 'c', name: '清源一村', addressRuleId: null, dwellings: 12, buildings }] };
  expect(namedPlaces(tree).map((place) => [place.kind, place.name])).toEqual([
    ['compound', '清源一村'],
    ['building', '清源一村 3号'],
    ['entrance', '清源一村 3号 2单元'],
  ]);
  expect(namedPlaces(tree).at(-1)?.path).toEqual(['e', 'b', 'c']);
});
