import { describe, expect, it } from 'vitest';
import { codeOfRow, nextTubeCodes } from '#core/codes/contract.ts';
import { bodies } from '../../contract/commands.ts';
import type { PaperPerson } from '../../contract/paper-queries.ts';
import { idSource, MORNING } from '../../testing/area.ts';
import { PaperPeople } from './read-line.ts';
import { bodyOf, type PaperLine, standingOf, TakenBook } from './sheet.ts';

const newId = idSource(7);
const areaId = newId();
const person = (room: string, nameMask: string, pinyin: string): PaperPerson => ({
  id: newId(),
  compound: '清源小区',
  building: '3号楼',
  entrance: null,
  room,
  sort: `3-${room}`,
  nameMask,
  pinyin,
});
const wang = person('402', '王**', 'wang xiu ying');
const li = person('402', '李*', 'li qiang');
const zhao = person('501', '赵*', 'zhao min');
const people = new PaperPeople([wang, li, zhao]);
const context = { areaId, labs: [] };
const tube = nextTubeCodes({ kind: 'own', areaId, day: '2022-04-17', lane: '1' }, 1, 1);
const tubeCode = Array.isArray(tube) ? (tube[0] ?? '') : '';

const line = (change: Partial<PaperLine> = {}): PaperLine => ({
  sampleId: newId(),
  checkInId: newId(),
  commandId: newId(),
  tubeCode,
  at: MORNING,
  person: wang,
  codeText: null,
  ...change,
});

describe('what is typed into a line', () => {
  const found = (text: string) => {
    const reading = people.read(text, context);
    return reading.is === 'people' ? reading.people.map((p) => p.nameMask) : reading.is;
  };

  it('a scanned code is that person, a tube label that tube', () => {
    expect(found(codeOfRow('person', areaId, wang.id))).toEqual(['王**']);
    expect(people.read(tubeCode, context)).toEqual({ is: 'tube', code: tubeCode });
  });

  it('a room finds everybody who lives there, a name its bearer', () => {
    expect(found('3-402')).toEqual(['王**', '李*']);
    expect(found('zhaomin')).toEqual(['赵*']);
    expect(found('wxy')).toEqual(['王**']);
  });

  it('somebody else is kept as written, an identity number never', () => {
    expect(people.read('外来 陈师傅', context)).toEqual({ is: 'nobody', codeText: '外来 陈师傅' });
    expect(people.read('11010519491231002X', context)).toEqual({ is: 'nobody', codeText: '****002X' });
    expect(found(codeOfRow('person', areaId, newId()))).toBe('nobody');
  });

  it('a misread code says so instead of finding nobody', () => {
    const code = codeOfRow('person', areaId, wang.id);
    const wrong = `${code.slice(0, -1)}${code.endsWith('A') ? 'B' : 'A'}`;
    expect(people.read(wrong, context).is).toBe('unreadable');
  });
});

describe('what a line will come to', () => {
  const swab = { residentId: wang.id, tubeCode, at: MORNING, method: 'scan' } as const;

  it('is new, known, in another tube, repeated or unknown', () => {
    const none = new TakenBook([]);
    const first = line();
    const again = line();
    const stranger = line({ person: null, codeText: '陈师傅' });
    const lines = [first, again, stranger];
    expect(lines.map((one) => standingOf(one, lines, none))).toEqual(['new', 'repeated', 'unknown']);
    expect(standingOf(first, lines, new TakenBook([swab]))).toBe('known');
    expect(standingOf(first, lines, new TakenBook([{ ...swab, tubeCode: 'T9' }]))).toBe('elsewhere');
    const both = new TakenBook([{ ...swab, tubeCode: 'T9' }, swab]);
    expect(standingOf(first, lines, both)).toBe('known');
  });

  it('becomes a command that the contract takes', () => {
    const sheet = { roundId: newId(), laneId: newId(), tubeIds: new Map([[tubeCode, newId()]]) };
    for (const one of [line(), line({ person: null, codeText: '陈师傅' })]) {
      expect(bodies['testing.sample'].safeParse(bodyOf(one, sheet)).success).toBe(true);
    }
    expect(() => bodyOf(line({ tubeCode: 'T2' }), sheet)).toThrow('no id');
  });
});
