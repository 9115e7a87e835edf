import { GROUPS, type GroupId } from '#core/accounts/contract.ts';
import type { Attempt, Code } from '../contract/rows.ts';
import { type Fitness, fitnessOf, inForce } from '../domain/fitness.ts';
import { quizRules } from '../domain/quiz-rules.ts';
import { sitterOf } from '../domain/state.ts';
import { type QuizRules, waitsUntil } from '../domain/waiting.ts';
import type { PhoneConduct } from './projection.ts';

/** A group's code in force, as its reader stands to it. */
export interface CodeHere {
  readonly code: Code;
  readonly fitness: Fitness;
  /** My group, or one I have a duty in that runs or lies ahead. */
  readonly mine: boolean;
  readonly onDuty: boolean;
  /** What made it so has not been confirmed by the server. */
  readonly pending: boolean;
  /** Mine at this version, earliest first. */
  readonly attempts: readonly Attempt[];
  readonly rules: QuizRules;
  /** Until when I wait before the next try, epoch ms. */
  readonly waitsUntil: number | null;
  readonly videoKey: string | null;
}

/** Codes in force: my groups' first, the open ones before the others. @param now epoch ms */
export function codesHere(state: PhoneConduct, memberId: string, now: number): readonly CodeHere[] {
  const { conduct } = state;
  const codes = [...conduct.codes.all()];
  const own = {
    attempts: [...conduct.attempts.all()].filter((one) => one.memberId === memberId),
    acknowledgements: conduct.acknowledgements.by('member', memberId),
  };
  const homes = new Set(
    [...state.homes.values()]
      .filter(({ from, until }) => from <= now && (until === null || now < until))
      .map(({ group }) => group),
  );
  const duties = new Set<string>(
    [...state.duties.values()]
      .filter(({ until, endedAt }) => endedAt === null && until > now)
      .map(({ group }) => group),
  );
  return GROUPS.flatMap((group): CodeHere[] => {
    const code = inForce(codes, group);
    if (!code) return [];
    const attempts = conduct.attempts
      .by('sitter', sitterOf(memberId, code.id))
      .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
    const rules = quizRules(conduct.settings, now);
    const waits =
      attempts.some(({ id, passed }) => passed && conduct.attempts.isChanged(id)) ||
      own.acknowledgements.some(
        ({ id, codeId }) => codeId === code.id && conduct.acknowledgements.isChanged(id),
      );
    return [
      {
        code,
        fitness: fitnessOf(codes, group, own),
        mine: homes.has(group) || duties.has(group),
        onDuty: duties.has(group),
        pending: waits,
        attempts,
        rules,
        waitsUntil: waitsUntil(attempts, rules, now),
        videoKey: state.videoKeys.get(code.id) ?? null,
      },
    ];
  }).sort(inTurn);
}

const TURN: Readonly<Record<Fitness, number>> = {
  'must-pass': 0,
  'must-acknowledge': 1,
  fit: 2,
  'not-asked': 3,
};

const inTurn = (a: CodeHere, b: CodeHere): number =>
  Number(b.mine) - Number(a.mine) ||
  TURN[a.fitness] - TURN[b.fitness] ||
  place(a.code.group) - place(b.code.group);

const place = (group: GroupId): number => GROUPS.indexOf(group);
