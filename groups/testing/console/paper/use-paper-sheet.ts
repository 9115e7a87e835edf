import { useRef, useState } from 'react';
import type { ReadContext } from '#core/codes/contract.ts';
import type { Problem } from '#kernel/problem/problem.ts';
import { newId } from '#kernel/ui/submit.ts';
import type { PaperPerson } from '../../contract/paper-queries.ts';
import type { paperText } from '../../messages/paper.ts';
import { atClock } from './clock.ts';
import type { PaperPeople } from './read-line.ts';
import type { PaperLine } from './sheet.ts';

export type Hint = keyof (typeof paperText)['messages']['zh-CN'] & `hint.${string}`;

/** What the line asks back: which of several, or whether to keep a stranger as written. */
export interface Choice {
  readonly people: readonly PaperPerson[];
  readonly codeText: string | null;
}

/** A paper list while it is typed in: one time and one tube hold for the lines that follow, until changed. */
export function usePaperSheet(people: PaperPeople, context: ReadContext, day: string) {
  const [tubeCode, setTubeCode] = useState('');
  const [clock, setClock] = useState('');
  const [lines, setLines] = useState<readonly PaperLine[]>([]);
  const [choice, setChoice] = useState<Choice | null>(null);
  const [hint, setHint] = useState<Hint | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const tubeIds = useRef(new Map<string, string>());

  const say = (next: { hint?: Hint; problem?: Problem; choice?: Choice }) => {
    setHint(next.hint ?? null);
    setProblem(next.problem ?? null);
    setChoice(next.choice ?? null);
  };

  const turnTo = (code: string) => {
    if (!tubeIds.current.has(code)) tubeIds.current.set(code, newId());
    setTubeCode(code);
    say({});
  };

  const add = (person: PaperPerson | null, codeText: string | null): boolean => {
    const at = atClock(day, clock);
    if (tubeCode === '') say({ hint: 'hint.tube-first' });
    else if (at === null) say({ hint: 'hint.time-first' });
    else if (at > Date.now()) say({ hint: 'hint.time-ahead' });
    else {
      const ids = { sampleId: newId(at), checkInId: newId(at), commandId: newId(at) };
      setLines((before) => [...before, { ...ids, tubeCode, at, person, codeText }]);
      say({});
      return true;
    }
    return false;
  };

  /** @returns whether the text was taken, so that the field can be emptied */
  const take = (text: string): boolean => {
    const chosen = /^[1-9]$/.test(text.trim()) ? choice?.people[Number(text) - 1] : undefined;
    if (chosen) return add(chosen, null);
    const reading = people.read(text, context);
    switch (reading.is) {
      case 'tube':
        turnTo(reading.code);
        return true;
      case 'unreadable':
        say({ problem: reading.problem });
        return false;
      case 'nobody':
        say({ choice: { people: [], codeText: reading.codeText } });
        return false;
      case 'people': {
        const [first, ...others] = reading.people;
        if (first && others.length === 0) return add(first, null);
        say({ choice: { people: reading.people, codeText: null } });
        return false;
      }
    }
  };

  /** The tube's own field: anything but a tube's number is none. */
  const takeTube = (text: string): boolean => {
    const reading = people.read(text, context);
    if (reading.is === 'tube') turnTo(reading.code);
    else say(reading.is === 'unreadable' ? { problem: reading.problem } : { hint: 'hint.no-tube' });
    return reading.is === 'tube';
  };

  const remove = (gone: ReadonlySet<string>) =>
    setLines((before) => before.filter((line) => !gone.has(line.sampleId)));

  return {
    tubeCode,
    clock,
    setClock,
    lines,
    choice,
    hint,
    problem,
    tubeIds: tubeIds.current as ReadonlyMap<string, string>,
    take,
    takeTube,
    add,
    remove,
  };
}

export type PaperSheet = ReturnType<typeof usePaperSheet>;
