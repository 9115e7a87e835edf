import { describe, expect, it } from 'vitest';
import { PlaceBook } from './place-book.ts';

const nothing = { addressRules: [], compounds: [], buildings: [], entrances: [], dwellings: [] };

/** One room, top down, under ids that begin with `prefix`. */
const asked = (
  prefix: string,
  names: { compound?: string; building?: string; entrance?: string | null; room?: string } = {},
) => {
  const { compound = '清源小区', building = '3号', entrance = null, room = '402' } = names;
  const ids = {
    compound: `${prefix}c`,
    building: `${prefix}b`,
    entrance: `${prefix}e`,
    dwelling: `${prefix}d`,
  };
  return {
    addressRules: [],
    compounds: [{ id: ids.compound, name: compound, addressRuleId: null }],
    buildings: [{ id: ids.building, compoundId: ids.compound, label: building }],
    entrances: entrance === null ? [] : [{ id: ids.entrance, buildingId: ids.building, label: entrance }],
    dwellings: [
      {
        id: ids.dwelling,
        buildingId: ids.building,
        entranceId: entrance === null ? null : ids.entrance,
        room,
        floor: 4,
      },
    ],
  };
};

const bookWith = (...places: ReturnType<typeof asked>[]) => {
  const book = new PlaceBook({ ...nothing });
  for (const each of places) book.add(book.resolve(each).made, 1);
  return book;
};

describe('places by name', () => {
  it('are made where nothing stands, and found the second time', () => {
    const first = asked('1');
    expect(new PlaceBook(nothing).resolve(first).made).toEqual(first);
    const { made, idFor } = bookWith(first).resolve(asked('2'));
    expect(made).toEqual(nothing);
    expect([idFor('2c'), idFor('2b'), idFor('2d')]).toEqual(['1c', '1b', '1d']);
  });

  it('are made from the level on where they differ', () => {
    const { made, idFor } = bookWith(asked('1')).resolve(asked('2', { room: '501' }));
    expect(made).toMatchObject({ compounds: [], buildings: [] });
    expect(made.dwellings).toEqual([{ id: '2d', buildingId: '1b', entranceId: null, room: '501', floor: 4 }]);
    expect(idFor('2d')).toBe('2d');
  });

  it('tell rooms of two entrances apart', () => {
    const book = bookWith(asked('1', { entrance: '1单元' }));
    expect(book.resolve(asked('2', { entrance: '2单元' })).made.dwellings).toMatchObject([
      { buildingId: '1b', entranceId: '2e', room: '402' },
    ]);
    expect(book.resolve(asked('3', { entrance: '1单元' })).idFor('3d')).toBe('1d');
  });

  it('know a place by its id after it was renamed here', () => {
    const book = new PlaceBook({ ...nothing, ...asked('1', { building: '三号楼' }) });
    expect(book.resolve(asked('1', { building: '3号' })).made).toEqual(nothing);
  });

  it('give a standing compound the rule it had not, once', () => {
    const book = bookWith(asked('1'));
    const withRule = asked('2');
    const compounds = withRule.compounds.map((row) => ({ ...row, addressRuleId: 'r' }));
    const rule = { id: 'r', name: '号室', rule: {} };
    const { made } = book.resolve({ ...withRule, addressRules: [rule], compounds });
    expect(made).toEqual({
      ...nothing,
      addressRules: [rule],
      compounds: [{ id: '1c', name: '清源小区', addressRuleId: 'r' }],
    });
    book.add(made, 2);
    expect(book.resolve({ ...withRule, addressRules: [rule], compounds }).made).toEqual(nothing);
  });
});
