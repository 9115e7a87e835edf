import type { DwellingLabel } from '#core/places/contract.ts';
import { WorkingSet } from '#kernel/command/working-set.ts';
import type { ProblemDetails } from '#kernel/problem/problem.ts';
import type { ResidentChanges } from '../contract/commands.ts';
import type { Household } from '../contract/rows.ts';
import type { MergeRow, MoveRow, SubjectRequest, ToldApartRow } from './by-hand-rows.ts';
import type { SavedMapping } from './import/saved-mapping.ts';
import type { PlaceBook } from './place-book.ts';
import type { LookRow, Resident, ResidentTools } from './resident.ts';

/** A contradiction that a command of the desk names. */
export interface KnownDiscrepancy {
  readonly id: string;
  readonly code: string;
  readonly details: ProblemDetails;
  readonly subjects: Readonly<Record<string, string>>;
  readonly settled: boolean;
  /** What the command that raised it said, cleaned. */
  readonly said: ResidentChanges;
}

/** What people commands look at: the residents they name, those with the same numbers, their dwellings. */
export class PeopleState {
  readonly residents = new WorkingSet<Resident, 'id-number' | 'household'>({
    'id-number': (row) => (row.endedAt === null ? row.idBlind : null),
    household: (row) => (row.endedAt === null ? row.householdId : null),
  });

  /** Ended ones lend no dwelling. */
  readonly households = new WorkingSet<Household, 'dwelling'>({
    dwelling: (row) => (row.endedAt === null ? row.dwellingId : null),
  });

  /** The area has told its residents what is collected; nobody is entered before. */
  noticeConfirmed = true;

  readonly looks: LookRow[] = [];
  readonly moves: MoveRow[] = [];
  readonly toldApart: ToldApartRow[] = [];
  readonly merges = new WorkingSet<MergeRow>({});
  readonly requests = new WorkingSet<SubjectRequest>({});
  readonly discrepancies = new Map<string, KnownDiscrepancy>();

  readonly mappings = new WorkingSet<SavedMapping, 'name'>({
    name: (row) => (row.endedAt === null ? row.name : null),
  });

  /**
   * @param dwellings those named by the batch
   * @param places all living places, when the batch holds an import; else null
   */
  constructor(
    readonly tools: ResidentTools,
    readonly dwellings: ReadonlyMap<string, DwellingLabel>,
    readonly places: PlaceBook | null,
  ) {}

  /** Another living entry with that number. */
  otherWithNumber(residentId: string, idNumber: string): Resident | undefined {
    return this.otherWithBlind(residentId, this.tools.blind('idNumber', idNumber));
  }

  otherWithBlind(residentId: string, blind: string): Resident | undefined {
    return this.residents.by('id-number', blind).find((row) => row.id !== residentId);
  }

  /** Living entries of a household that a command names. */
  livingOf(householdId: string): Resident[] {
    return this.residents.by('household', householdId);
  }

  /** The entry that stands for a merged one; itself where it was not merged. */
  current(row: Resident): Resident {
    let standing = row;
    while (standing.mergedInto !== null) {
      const next = this.residents.get(standing.mergedInto);
      if (!next) break;
      standing = next;
    }
    return standing;
  }
}
