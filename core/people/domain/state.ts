import type { DwellingLabel } from '#core/places/contract.ts';
import { WorkingSet } from '#kernel/command/working-set.ts';
import type { Household } from '../contract/rows.ts';
import type { SavedMapping } from './import/saved-mapping.ts';
import type { PlaceBook } from './place-book.ts';
import type { LookRow, Resident, ResidentTools } from './resident.ts';

/** What people commands look at: the residents they name, those with the same numbers, their dwellings. */
export class PeopleState {
  readonly residents = new WorkingSet<Resident, 'id-number'>({
    'id-number': (row) => (row.endedAt === null ? row.idBlind : null),
  });

  readonly households = new WorkingSet<Household, 'dwelling'>({ dwelling: (row) => row.dwellingId });

  readonly looks: LookRow[] = [];

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
    const blind = this.tools.blind('idNumber', idNumber);
    return this.residents.by('id-number', blind).find((row) => row.id !== residentId);
  }
}
