import { type Decision, type Refused, refuse } from '#kernel/command/command.ts';
import { problem } from '#kernel/problem/problem.ts';
import type { ConductBody, ConductCommand } from '../contract/commands.ts';
import type { ConductEvent } from '../contract/events.ts';
import { conductProblems as p } from '../contract/problems.ts';
import type { Code } from '../contract/rows.ts';
import { passedFrom } from './fitness.ts';
import type { ConductState, Desk } from './state.ts';

type Write = Exclude<ConductCommand, { kind: 'conduct.take-quiz' | 'conduct.acknowledge' }>;

/** Wishes of those who lead the group: what its code says, and from when. */
export function decideWrite(state: ConductState, desk: Desk, command: Write): Decision<ConductEvent> {
  const { codeId } = command.body;
  const code = state.codes.get(codeId);
  const group = command.kind === 'conduct.draft-code' ? command.body.group : code?.group;
  if (group === undefined) return refuse(problem(p['unknown-code']));
  if (!desk.leads(command.actorId, group, command.at)) return refuse(problem(p['not-your-group']));
  if (command.kind === 'conduct.draft-code') return decideDraft(state, code, command.body);
  if (!code) return refuse(problem(p['unknown-code']));
  switch (command.kind) {
    case 'conduct.drop-draft':
      if (!isDraft(code)) return refuse(problem(p['not-a-draft']));
      return { events: [{ type: 'conduct.draft-dropped', data: { codeId } }] };
    case 'conduct.publish-code':
      return decidePublish(state, desk, code, command.body);
    case 'conduct.withdraw-code':
      if (code.publishedAt === null || code.replacedAt !== null || code.withdrawnAt !== null)
        return refuse(problem(p['not-in-force']));
      return { events: [{ type: 'conduct.code-withdrawn', data: command.body }] };
  }
}

/** A dropped draft is none any more; its id is never used again. */
const isDraft = ({ publishedAt, withdrawnAt }: Code): boolean => publishedAt === null && withdrawnAt === null;

function decideDraft(
  state: ConductState,
  code: Code | undefined,
  body: ConductBody<'conduct.draft-code'>,
): Decision<ConductEvent> {
  if (code && (!isDraft(code) || code.group !== body.group)) return refuse(problem(p['not-a-draft']));
  const other = state.codes.by('group', body.group).some((one) => isDraft(one) && one.id !== body.codeId);
  if (other) return refuse(problem(p['draft-exists']));
  return refuseQuestions(body) ?? { events: [{ type: 'conduct.code-drafted', data: body }] };
}

/** Every right option is one of its question's, one choice has one, and no id stands twice. */
function refuseQuestions({ points, questions }: ConductBody<'conduct.draft-code'>): Refused | null {
  const pointIds = new Set(points.map(({ id }) => id));
  if (pointIds.size !== points.length) return refuse(problem(p['id-taken']));
  if (new Set(questions.map(({ id }) => id)).size !== questions.length) return refuse(problem(p['id-taken']));
  const bad = questions.findIndex(({ kind, options, right, pointId }) => {
    const optionIds = new Set(options.map(({ id }) => id));
    return (
      optionIds.size !== options.length ||
      new Set(right).size !== right.length ||
      right.some((id) => !optionIds.has(id)) ||
      (kind === 'one' && right.length !== 1) ||
      (pointId !== null && !pointIds.has(pointId))
    );
  });
  return bad === -1 ? null : refuse(problem(p['bad-question'], { number: bad + 1 }));
}

function decidePublish(
  state: ConductState,
  desk: Desk,
  code: Code,
  { codeId, change, note }: ConductBody<'conduct.publish-code'>,
): Decision<ConductEvent> {
  if (!isDraft(code)) return refuse(problem(p['not-a-draft']));
  if (code.points.length === 0) return refuse(problem(p['no-points']));
  const hasQuiz = code.questions.length > 0;
  if (!hasQuiz && change === 'pass-anew') return refuse(problem(p['nothing-to-pass']));
  if (code.video && !desk.received.has(code.video.file.fileId)) return refuse(problem(p['video-not-here']));
  const versions = state.codes.by('group', code.group);
  const number = Math.max(0, ...versions.map((one) => one.number ?? 0)) + 1;
  // The first quiz of a group has been passed by nobody: it can only be asked to be passed.
  const first = hasQuiz && passedFrom(versions, code.group) === null;
  return {
    events: [
      {
        type: 'conduct.code-published',
        data: { codeId, number, change: first ? 'pass-anew' : change, note },
      },
    ],
  };
}
