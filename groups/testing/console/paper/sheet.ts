import type { TestingBodies } from '../../contract/commands.ts';
import type { PaperPerson, TakenSwab } from '../../contract/paper-queries.ts';

/** A line of a paper list, not entered yet. Its ids are minted once: entering it again does nothing twice. */
export interface PaperLine {
  readonly sampleId: string;
  readonly checkInId: string;
  readonly commandId: string;
  readonly tubeCode: string;
  /** Epoch ms, as written on the paper. */
  readonly at: number;
  /** Null: nobody on the list; `codeText` keeps what was written. */
  readonly person: PaperPerson | null;
  readonly codeText: string | null;
}

/** What entering a line will come to, as far as it is known here; the server decides. */
export type Standing =
  /** Nothing speaks against it. */
  | 'new'
  /** In this tube already: recognised as the same swab. */
  | 'known'
  /** In another tube already: will be kept and marked to be settled. */
  | 'elsewhere'
  /** Twice among the lines that wait. */
  | 'repeated'
  /** Nobody on the list: kept as written, to be settled. */
  | 'unknown';

export class TakenBook {
  private readonly byResident = new Map<string, TakenSwab[]>();

  constructor(taken: readonly TakenSwab[]) {
    for (const swab of taken) {
      this.byResident.set(swab.residentId, [...(this.byResident.get(swab.residentId) ?? []), swab]);
    }
  }

  /** The swab that stands for the person: the one in the line's tube before any other. */
  of(line: Pick<PaperLine, 'person' | 'tubeCode'>): TakenSwab | null {
    const swabs = this.byResident.get(line.person?.id ?? '') ?? [];
    return swabs.find((swab) => swab.tubeCode === line.tubeCode) ?? swabs[0] ?? null;
  }
}

export function standingOf(line: PaperLine, lines: readonly PaperLine[], book: TakenBook): Standing {
  if (line.person === null) return 'unknown';
  const taken = book.of(line);
  if (taken) return taken.tubeCode === line.tubeCode ? 'known' : 'elsewhere';
  const before = lines.slice(0, lines.indexOf(line));
  return before.some((other) => other.person?.id === line.person?.id) ? 'repeated' : 'new';
}

export interface SheetOf {
  readonly roundId: string;
  readonly laneId: string;
  /** One row for each tube code of this sheet; the rule finds a tube of that code that stands already. */
  readonly tubeIds: ReadonlyMap<string, string>;
}

export function bodyOf(line: PaperLine, sheet: SheetOf): TestingBodies['testing.sample'] {
  const { sampleId, checkInId, tubeCode, person, codeText } = line;
  const tubeId = sheet.tubeIds.get(tubeCode);
  if (tubeId === undefined) throw new Error('the tube of a line has no id');
  const { roundId, laneId } = sheet;
  return {
    roundId,
    laneId,
    sampleId,
    checkInId,
    tubeId,
    tubeCode,
    residentId: person?.id ?? null,
    codeText,
    method: 'paper',
    takenAt: line.at,
  };
}
