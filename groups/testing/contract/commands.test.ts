import { describe, expect, it } from 'vitest';
import { aRound, idSource } from '../testing/area.ts';
import { rules } from './access.ts';
import { bodies, kinds } from './commands.ts';

const newId = idSource(1);
const scan = {
  roundId: newId(),
  sampleId: newId(),
  checkInId: newId(),
  residentId: newId(),
  codeText: null,
  tubeId: newId(),
  tubeCode: 'tk76',
  laneId: newId(),
  method: 'scan',
};
const sample = (more: object) => bodies['testing.sample'].safeParse({ ...scan, ...more });

describe('bodies of commands', () => {
  it('write codes one way, however they were read', () => {
    expect(sample({ tubeCode: ' tk76 ' })).toMatchObject({ success: true, data: { tubeCode: 'TK76' } });
  });

  it('of a scan name a resident or what was read, never both and never neither', () => {
    expect(sample({}).success).toBe(true);
    expect(sample({ residentId: null, codeText: 'X-17' }).success).toBe(true);
    expect(sample({ residentId: null }).success).toBe(false);
    expect(sample({ codeText: 'X-17' }).success).toBe(false);
  });

  it('refuse what does not belong: other fields, empty codes, no UUID, unknown methods', () => {
    for (const wrong of [
      { extra: 1 },
      { tubeCode: '  ' },
      { tubeCode: 'X'.repeat(41) },
      { laneId: 'lane 1' },
      { method: 'guess' },
    ]) {
      expect(sample(wrong).success, JSON.stringify(wrong)).toBe(false);
    }
  });

  it('of a pack carry at least one tube and not more than a box holds', () => {
    const pack = (tubes: unknown[]) =>
      bodies['testing.pack-tubes'].safeParse({ roundId: newId(), boxId: newId(), boxCode: 'b1', tubes })
        .success;
    const tube = { packingId: newId(), code: 'T1' };
    expect([pack([]), pack([tube]), pack(Array(201).fill(tube))]).toEqual([false, true, false]);
  });

  it('of an expectation say why somebody is not awaited', () => {
    const set = (more: object) =>
      bodies['testing.set-expectation'].safeParse({ roundId: newId(), residentIds: [newId()], ...more })
        .success;
    expect(set({ status: 'expected' })).toBe(true);
    expect(set({ status: 'away' })).toBe(false);
    expect(set({ status: 'away', reason: 'away' })).toBe(true);
  });

  it('of a round are those the builder makes', () => {
    expect(bodies['testing.create-round'].safeParse(aRound(() => newId())).success).toBe(true);
  });
});

describe('every command', () => {
  it('asks for an action that somebody is granted', () => {
    for (const [name, kind] of Object.entries(kinds))
      expect(rules[kind.action]?.length, name).toBeGreaterThan(0);
  });

  it('of the field may be done by whoever has testing duty, of planning only by leaders', () => {
    const byDuty = Object.entries(kinds).filter(([, kind]) => rules[kind.action]?.includes('duty:testing'));
    expect(byDuty.map(([name]) => name).sort()).toEqual([
      'testing.call-again',
      'testing.call-slot',
      'testing.check-point',
      'testing.close-tube',
      'testing.correct-tube',
      'testing.count-box',
      'testing.give-boxes',
      'testing.pack-tubes',
      'testing.record-carer',
      'testing.record-handover',
      'testing.record-refusal',
      'testing.record-supplies',
      'testing.sample',
      'testing.seal-box',
      'testing.skip-slot',
      'testing.spoil',
      'testing.take-boxes',
      'testing.undo-sample',
      'testing.undo-supply',
      'testing.unpack-tube',
      'testing.visit-door',
    ]);
  });
});
