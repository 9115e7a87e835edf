import { type Decision, refuse } from '#kernel/command/command.ts';
import { problem } from '#kernel/problem/problem.ts';
import type { ConductCommand } from '../contract/commands.ts';
import type { ConductEvent } from '../contract/events.ts';
import { conductProblems as p } from '../contract/problems.ts';
import { markQuiz } from './mark-quiz.ts';
import { quizRules } from './quiz-rules.ts';
import { type ConductState, sitterOf } from './state.ts';
import { waitsUntil } from './waiting.ts';

export type LearnCommand = Extract<ConductCommand, { kind: 'conduct.take-quiz' | 'conduct.acknowledge' }>;

/**
 * What a member did with a published version, on a phone or at the server. A version that was replaced meanwhile was
 * still passed or read: it is noted as what it was, and `fitnessOf` says whether that serves.
 */
export function decideLearn(state: ConductState, command: LearnCommand): Decision<ConductEvent> {
  return command.kind === 'conduct.take-quiz' ? decideQuiz(state, command) : decideRead(state, command);
}

function decideQuiz(
  state: ConductState,
  { body, actorId, at }: Extract<LearnCommand, { kind: 'conduct.take-quiz' }>,
): Decision<ConductEvent> {
  const { attemptId, codeId, answers } = body;
  const code = state.codes.get(codeId);
  if (!code || code.publishedAt === null) return refuse(problem(p['unknown-code']));
  if (code.questions.length === 0) return refuse(problem(p['no-quiz']));
  if (state.attempts.get(attemptId)) return refuse(problem(p['id-taken']));
  const rules = quizRules(state.settings, at);
  const earlier = state.attempts.by('sitter', sitterOf(actorId, codeId));
  const counts = waitsUntil(earlier, rules, at) === null;
  const marked = markQuiz(code, answers, rules.passMark);
  return {
    events: [
      {
        type: 'conduct.quiz-taken',
        data: {
          id: attemptId,
          codeId,
          memberId: actorId,
          at,
          right: marked.right,
          of: marked.of,
          wrong: marked.wrong,
          passed: counts && marked.passed,
          counts,
        },
      },
    ],
  };
}

function decideRead(
  state: ConductState,
  { body, actorId, at }: Extract<LearnCommand, { kind: 'conduct.acknowledge' }>,
): Decision<ConductEvent> {
  const { acknowledgementId: id, codeId } = body;
  const code = state.codes.get(codeId);
  if (!code || code.publishedAt === null) return refuse(problem(p['unknown-code']));
  if (state.acknowledgements.get(id)) return refuse(problem(p['id-taken']));
  return { events: [{ type: 'conduct.code-acknowledged', data: { id, codeId, memberId: actorId, at } }] };
}
