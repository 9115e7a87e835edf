import { describe, expect, it } from 'vitest';
import { importRowsBodySchema } from '../domain/import/rows.ts';
import { readResidentCard } from '../domain/resident-card.ts';
import { type DemoCommand, demoArea } from './demo-area.ts';

const AT = Date.UTC(2022, 3, 4, 1);
const commands = demoArea(AT);
const of = (kind: string) => commands.filter((command: DemoCommand) => command.kind === kind);
const chunks = of('people.import-rows').map(({ body }) => importRowsBodySchema.parse(body));
const residents = chunks.flatMap((chunk) => chunk.residents);

describe('the demo area', () => {
  it('is the same each time, another for another seed', () => {
    expect(demoArea(AT)).toEqual(commands);
    expect(demoArea(AT, 1)).not.toEqual(commands);
  });

  it('has the size of a real one', () => {
    const buildings = new Set(chunks.flatMap((chunk) => chunk.places.buildings.map((row) => row.id)));
    expect(new Set(chunks.flatMap((chunk) => chunk.places.compounds.map((row) => row.name))).size).toBe(3);
    expect(buildings.size).toBe(82);
    expect(residents.length).toBeGreaterThan(3_300);
    expect(residents.length).toBeLessThan(3_700);
    expect(
      of('accounts.add-member').filter(({ body }) => (body as { role: string }).role !== 'command'),
    ).toHaveLength(120);
  });

  it('holds right identity numbers of an unassigned region, each once', () => {
    const cards = residents.flatMap(({ set }) => (set.idKind === 'resident-card' ? [set] : []));
    expect(cards.length).toBeGreaterThan(3_000);
    for (const { idNumber = '', birthDate, sex } of cards) {
      expect(idNumber.startsWith('310199')).toBe(true);
      expect(readResidentCard(idNumber, 2022)).toEqual({ ok: true, number: idNumber, birthDate, sex });
    }
    expect(new Set(cards.map((set) => set.idNumber)).size).toBe(cards.length);
  });

  it('has those the work must not forget', () => {
    const tags = residents.flatMap(({ set }) => set.tags ?? []);
    for (const tag of ['lives-alone', 'dialysis', 'immobile', 'tenant', 'party-member', 'infant']) {
      expect(tags, tag).toContain(tag);
    }
    expect(residents.some(({ set }) => set.away)).toBe(true);
    expect(residents.some(({ set }) => set.idKind === 'passport')).toBe(true);
  });
});
