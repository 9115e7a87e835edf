import { describe, expect, it } from 'vitest';
import { alike } from './use-mark.ts';

const infant = { status: 'exempt', reason: 'infant' } as const;
const away = { status: 'away', reason: 'away' } as const;

describe('marking people', () => {
  it('says the same of many in one command', () => {
    const marks = [
      { residentId: 'a', said: infant },
      { residentId: 'b', said: away },
      { residentId: 'c', said: infant },
      { residentId: 'd', said: { status: 'expected' } as const },
    ];
    expect(alike(marks)).toEqual([
      { said: infant, residentIds: ['a', 'c'] },
      { said: away, residentIds: ['b'] },
      { said: { status: 'expected' }, residentIds: ['d'] },
    ]);
    expect(alike([])).toEqual([]);
  });

  it('in no command longer than one may be, and leaves nobody out', () => {
    const marks = Array.from({ length: 1201 }, (_, i) => ({ residentId: `p${i}`, said: away }));
    const commands = alike(marks);
    expect(commands.map(({ residentIds }) => residentIds.length)).toEqual([500, 500, 201]);
    expect(commands.flatMap(({ residentIds }) => residentIds)).toEqual(marks.map((m) => m.residentId));
  });
});
