import { implement } from '@orpc/server';
import { GROUPS, type GroupId, leading } from '#core/accounts/contract.ts';
import { can } from '#kernel/access/access.ts';
import { findFiles } from '#kernel/files/server/store.ts';
import { ProblemError } from '#kernel/problem/problem.ts';
import { type QueryContext, queryProblems, requireAction } from '#kernel/query/context.ts';
import { type CodeView, conductQueries } from '../contract/queries.ts';
import { actions } from '../contract/rules.ts';
import type { ConductDoors } from './doors.ts';
import { peopleOf } from './people.ts';
import { findCodes } from './store.ts';

const os = implement(conductQueries).$context<QueryContext>();

export const conductRouter = (doors: ConductDoors) =>
  os.router({
    codes: os.codes.handler(async ({ context, input: { group } }) => {
      requireLead(context, group);
      return { codes: await codesOf(context, doors, group) };
    }),
    people: os.people.handler(async ({ context, input: { group } }) => {
      requireLead(context, group);
      const { asked, people } = await peopleOf(context.tx, group, context.now);
      return { asked, people: [...people] };
    }),
    open: os.open.handler(async ({ context }) => {
      requireAction(context, actions.see);
      const groups: { group: GroupId; mustPass: number; mustAcknowledge: number }[] = [];
      for (const group of GROUPS.filter((one) => leads(context, one))) {
        const { asked, people } = await peopleOf(context.tx, group, context.now);
        if (!asked) continue;
        const due = people.filter(({ nextDutyFrom }) => nextDutyFrom !== null);
        const count = (fitness: string) => due.filter((one) => one.fitness === fitness).length;
        groups.push({ group, mustPass: count('must-pass'), mustAcknowledge: count('must-acknowledge') });
      }
      return { groups };
    }),
  });

const leads = ({ actor, now }: QueryContext, group: GroupId): boolean =>
  can({ lead: leading(group) }, actor, 'lead', now);

function requireLead(context: QueryContext, group: GroupId): void {
  requireAction(context, actions.see);
  if (!leads(context, group)) throw new ProblemError(queryProblems['not-allowed'], { action: actions.see });
}

async function codesOf({ tx }: QueryContext, doors: ConductDoors, group: GroupId): Promise<CodeView[]> {
  const records = (await findCodes(tx)).filter(
    (one) => one.group === group && !(one.publishedAt === null && one.withdrawnAt !== null),
  );
  const names = await doors.members.names(
    tx,
    records.flatMap(({ publishedBy }) => publishedBy ?? []),
  );
  const fileIds = records.flatMap(({ video }) => video?.file.fileId ?? []);
  const files = new Map((await findFiles(tx, fileIds)).map((file) => [file.id, file]));
  return records.map(
    ({ answers, changeNote, publishedBy, version: _version, video, points, questions, ...code }) => ({
      ...code,
      points: [...points],
      note: changeNote,
      publishedBy: publishedBy === null ? null : (names.get(publishedBy) ?? null),
      questions: questions.map((one) => ({
        ...one,
        options: [...one.options],
        right: [...(answers[one.id] ?? [])],
      })),
      video: video && { ...video, receivedAt: files.get(video.file.fileId)?.receivedAt ?? null },
    }),
  );
}
