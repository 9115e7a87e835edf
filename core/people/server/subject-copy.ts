import type { PlacesReader } from '#core/places/contract.ts';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { ProblemError } from '#kernel/problem/problem.ts';
import { writeSheet } from '#kernel/sheet/write.ts';
import type { Language } from '#kernel/ui/language.ts';
import type { SubjectCopy } from '../contract/by-hand-queries.ts';
import { problems } from '../contract/rules.ts';
import type { SubjectSource } from '../contract/subject.ts';
import type { MemberNames } from './discrepancy-views.ts';
import { addressOf } from './history.ts';
import { mergedIds, standingIds } from './merged-ids.ts';
import { findRowsByIds } from './register-rows.ts';
import { findRequests } from './store-by-hand.ts';
import { peopleSubject } from './subject-source.ts';

/** How long a copy may be printed and saved; then it is asked for anew. */
const COPY_MS = 30 * 60_000;

export interface SubjectDoors {
  readonly places: PlacesReader;
  readonly members: MemberNames;
  /** What other modules hold. */
  readonly sources: readonly SubjectSource[];
}

/**
 * Everything held about one person, for the desk that asked and for half an hour.
 * @throws `people.request-unknown` also to anybody else, so that ids tell nothing; `people.copy-expired`
 */
export async function readSubjectCopy(
  tx: AreaTx,
  doors: SubjectDoors,
  asked: { requestId: string; actorId: string; now: number; language: Language },
): Promise<SubjectCopy> {
  const [request] = await findRequests(tx, [asked.requestId]);
  if (request?.kind !== 'copy' || request.actorId !== asked.actorId) {
    throw new ProblemError(problems['request-unknown']);
  }
  if (asked.now - request.at > COPY_MS) throw new ProblemError(problems['copy-expired']);
  const ids = await idsOf(tx, request.residentId);
  const [standing = request.residentId] = ids;
  const row = (await findRowsByIds(tx, [standing])).get(standing);
  const sections: SubjectCopy['sections'] = [];
  for (const source of [peopleSubject(doors), ...doors.sources]) {
    for (const { title, purpose, columns, rows } of await source.read(tx, ids, asked.language)) {
      sections.push({ title, purpose, columns: [...columns], rows: rows.map((cells) => [...cells]) });
    }
  }
  return { name: row?.name ?? '', room: row ? addressOf(row) : '', sections };
}

/** The id that stands, then those merged into it: what is held under any of them is the person's. */
async function idsOf(tx: AreaTx, residentId: string): Promise<readonly string[]> {
  const standing = (await standingIds(tx, [residentId])).get(residentId) ?? residentId;
  return [standing, ...((await mergedIds(tx, [standing])).get(standing) ?? [])];
}

/** The same as a workbook: one sheet a section, its purpose in the line below. */
export const subjectSheet = (copy: SubjectCopy): Buffer =>
  writeSheet({
    sheets: copy.sections.map(({ title, purpose, columns, rows }) => ({
      name: title,
      columns: columns.map((header) => ({ header, width: 24 })),
      rows: [...rows, [], [purpose]],
    })),
  });
