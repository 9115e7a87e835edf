import { describe, expect, it } from 'vitest';
import { KNOWN_RULES, type PlaceIndexRows } from '#core/places/contract.ts';
import { seededBytes, seededRandom } from '#kernel/time-id/random.ts';
import { uuidv7 } from '#kernel/time-id/uuid.ts';
import { importRowsBodySchema } from '../domain/import/rows.ts';
import { practiceName } from './practice-names.ts';
import { practiceRegister } from './practice-register.ts';

const EMPTY: PlaceIndexRows = {
  compounds: [],
  buildings: [],
  entrances: [],
  dwellings: [],
  addressRules: [],
};
const at = { sort: '', endedAt: null, version: 1 };

/** A compound of lanes with its own rule; the first house has ten rooms, the others none yet. */
function lanes(): PlaceIndexRows {
  const known = KNOWN_RULES[0];
  if (!known) throw new Error('no address rule is known');
  const compounds = [
    { id: 'empty', name: '空的小区', addressRuleId: null, ...at },
    { id: 'lanes', name: '东园路小区', addressRuleId: 'rule', ...at },
  ];
  const buildings = Array.from({ length: 9 }, (_, i) => {
    return { id: `b${i}`, compoundId: 'lanes', label: `15弄${i + 1}号`, ...at };
  });
  const dwellings = Array.from({ length: 10 }, (_, i) => {
    return { id: `d${i}`, buildingId: 'b0', entranceId: null, room: `底楼${i + 1}室`, floor: null, ...at };
  });
  return {
    ...EMPTY,
    compounds,
    buildings,
    dwellings,
    addressRules: [{ id: 'rule', name: known.name, rule: known.rule, version: 1 }],
  };
}

function made(places: PlaceIndexRows, seed = 1) {
  const chance = seededRandom(seed);
  const bytes = seededBytes(chance);
  return practiceRegister(places, { next: () => uuidv7(0, bytes) }, chance).body;
}

describe('the register of a practice world', () => {
  it('stands before the area has any place, in a compound of its own', () => {
    const { places, residents } = importRowsBodySchema.parse(made(EMPTY));
    expect(places.compounds.map((compound) => compound.name)).toEqual(['练习小区']);
    expect(places.buildings).toHaveLength(6);
    expect(residents.length).toBeGreaterThan(250);
    expect(residents.length).toBeLessThanOrEqual(320);
  });

  it('stands on the area’s first compound that has buildings: its name, rule, labels and rooms', () => {
    const { places } = importRowsBodySchema.parse(made(lanes()));
    expect(places.compounds).toMatchObject([
      { name: '东园路小区', addressRuleId: places.addressRules[0]?.id },
    ]);
    expect(places.buildings.map((building) => building.label)).toEqual(
      Array.from({ length: 6 }, (_, i) => `15弄${i + 1}号`),
    );
    const first = places.dwellings.filter((dwelling) => dwelling.buildingId === places.buildings[0]?.id);
    expect(first.map((dwelling) => dwelling.room)).toContain('底楼1室');
    // Nobody has entered the second house's rooms yet: it gets those of an old house.
    expect(places.dwellings.some((d) => d.buildingId === places.buildings[1]?.id && d.room === '101')).toBe(
      true,
    );
  });

  it('shares no id with the area it is made after', () => {
    const own = new Set(['lanes', 'rule', ...lanes().buildings.map(({ id }) => id)]);
    const { places } = made(lanes());
    for (const { id } of [...places.compounds, ...places.buildings, ...places.addressRules]) {
      expect(own.has(id)).toBe(false);
    }
  });

  it('is the same for the same seed, another for another', () => {
    expect(made(EMPTY)).toEqual(made(EMPTY));
    expect(made(EMPTY, 2).residents[0]?.id).not.toBe(made(EMPTY).residents[0]?.id);
  });
});

describe('names in practice', () => {
  it('are surname and a term of the sixty-year cycle', () => {
    expect([0, 1, 59].map(practiceName)).toEqual(['赵甲子', '钱乙丑', '金癸亥']);
  });

  it('come only once in a world', () => {
    const names = Array.from({ length: 1860 }, (_, n) => practiceName(n));
    expect(new Set(names).size).toBe(1860);
  });
});
