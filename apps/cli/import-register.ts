import type { House } from '#apps/server/house.ts';
import type { Finding } from '#core/people/domain/import/findings.ts';
import { type Preview, preview } from '#core/people/domain/import/preview.ts';
import { EMPTY_SNAPSHOT } from '#core/people/domain/import/snapshot.ts';
import { importText } from '#core/people/messages/import.ts';
import { ImportService } from '#core/people/server/import-service.ts';
import { nameSheets, proposeMapping, readRegister } from '#core/people/server/import-session.ts';
import { placesReader } from '#core/places/module.ts';
import { defaultFields } from '#core/privacy/messages/default-fields.ts';
import { noticeParts } from '#core/privacy/messages/notice-parts.ts';
import { noticeDoor } from '#core/privacy/module.ts';
import { type Problem, ProblemError } from '#kernel/problem/problem.ts';
import { sheetProblems } from '#kernel/sheet/problems.ts';
import { readSheetAside } from '#kernel/sheet/read-aside.ts';
import { uuidv7 } from '#kernel/time-id/uuid.ts';
import type { Language } from '#kernel/ui/language.ts';
import { translator } from '#kernel/ui/text.ts';

export interface ImportOptions {
  readonly area: string;
  /** Without folder and ending. */
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly dryRun: boolean;
  readonly language: Language;
  /**
   * Told before the first resident is written, where no notice to residents stood: the proposed one was confirmed, and
   * this is what it says. Whoever runs the command owes it to the residents.
   */
  readonly onNotice: (parts: readonly { readonly title: string; readonly text: string }[]) => void;
  /** Told after each chunk. */
  readonly onProgress: (done: number, total: number) => void;
}

/** The last line of `concerto import register … --json`. */
export interface ImportReport {
  readonly created: Preview['created'];
  readonly changed: number;
  readonly unchanged: number;
  readonly problems: readonly (Pick<Finding, 'sheet' | 'cell' | 'value' | 'code' | 'effect'> & {
    readonly reason: string;
  })[];
}

const POLL_MS = 100;

/**
 * Imports a register as it is recognised, answering no question: values confirmed in the field stay.
 * Throws a problem of kernel/sheet when the file is no register, of people when a chunk is refused.
 */
export async function importRegister(house: House, options: ImportOptions): Promise<ImportReport> {
  const standing = (await house.areas()).find((area) => area.name === options.area);
  if (options.dryRun && !standing) return report(await previewAlone(house, options), options.language);
  const areaId = standing?.areaId ?? (await house.areaNamed(options.area));
  const service = new ImportService(house.host, placesReader);
  const session = await service.open(areaId, options.fileName, options.bytes);
  const compared = await service.compare(session);
  const { preview: seen } = compared;
  requireRegister(seen);
  if (!options.dryRun) {
    await noticeFirst(house, areaId, options);
    const tick = setInterval(() => {
      options.onProgress(session.progress.done, session.progress.total);
    }, POLL_MS);
    try {
      await service.apply(session, house.system(areaId, 'cli'), compared);
    } finally {
      clearInterval(tick);
    }
    const refused = session.progress.problems[0];
    if (refused) throw new RefusedImport(refused);
  }
  await service.close(session);
  return report(seen, options.language);
}

/** Nobody is entered before a notice stands (core/privacy). The command line asks nothing, so it takes the proposed one. */
async function noticeFirst({ host, system }: House, areaId: string, options: ImportOptions): Promise<void> {
  if (await host.read(areaId, noticeDoor.confirmed)) return;
  const { area, language, onNotice } = options;
  const by = system(areaId, 'cli');
  const now = host.clock.now();
  const fields = defaultFields('notice', area, 'zh-CN');
  const body = { paperId: uuidv7(now), kind: 'notice', fields };
  const kind = 'privacy.save-paper';
  const envelope = { id: uuidv7(now), kind, v: 1, claimedAt: now, actorId: by.actor.id, body };
  const [answer] = await host.submit(areaId, [envelope], by);
  const refused = answer?.problems[0];
  if (refused) throw new RefusedImport(refused);
  onNotice(noticeParts(fields).map(({ title, text }) => ({ title: title[language], text })));
}

/** A chunk was refused; what was written before stands. */
export class RefusedImport extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code);
  }
}

/** Without an area nothing is known, and a dry run makes none. */
async function previewAlone(house: House, { bytes, fileName }: ImportOptions): Promise<Preview> {
  const book = nameSheets(await readSheetAside(bytes), fileName);
  const mapping = proposeMapping(book, fileName, EMPTY_SNAPSHOT);
  const year = new Date(house.host.clock.now()).getUTCFullYear();
  const register = readRegister(book, { mapping, edits: [] }, EMPTY_SNAPSHOT, year);
  const seen = preview(register, EMPTY_SNAPSHOT);
  requireRegister(seen);
  return seen;
}

function requireRegister(seen: Preview): void {
  if (seen.entries.length + seen.vacant.length + seen.findings.length > 0) return;
  throw new ProblemError(sheetProblems.unrecognised);
}

function report(seen: Preview, language: Language): ImportReport {
  const t = translator(importText, language);
  const { created, changed, unchanged, findings } = seen;
  const problems = findings.map(({ sheet, cell, value, code, effect }) => ({
    sheet,
    cell,
    value,
    code,
    reason: t(`import.finding.${code}`),
    effect,
  }));
  return { created, changed, unchanged, problems };
}
