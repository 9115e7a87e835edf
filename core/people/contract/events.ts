import type { NewPlaces } from '#core/places/contract.ts';
import type { DomainEvent } from '#kernel/command/command.ts';
import type { Mapping } from '../domain/import/mapping.ts';
import type { MergeField } from './by-hand.ts';
import type { ResidentChanges } from './commands.ts';
import type { ResidentField } from './rows.ts';
import type { CorrectionOutcome, SubjectAsker } from './subject.ts';

/** Two entries turned out to be one person; other modules let what they keep of the merged one follow. */
export type MergedEvent = DomainEvent<
  'people.merged',
  {
    readonly keptId: string;
    readonly mergedId: string;
    readonly take: readonly MergeField[];
    readonly reason: string;
  }
>;

/** The merge was a mistake; what followed goes back. */
export type UnmergedEvent = DomainEvent<
  'people.unmerged',
  { readonly mergeId: string; readonly keptId: string; readonly mergedId: string }
>;

/** Events hold plain values; the log keeps them sealed under the area key. */
export type PeopleEvent =
  | MergedEvent
  | UnmergedEvent
  | DomainEvent<'people.household-moved', { readonly householdId: string; readonly dwellingId: string }>
  | DomainEvent<'people.household-ended', { readonly householdId: string }>
  | DomainEvent<
      'people.told-apart',
      { readonly residentId: string; readonly otherId: string; readonly note: string }
    >
  | DomainEvent<
      'people.subject-asked',
      {
        readonly residentId: string;
        readonly request: 'copy' | 'correction';
        readonly askedBy: SubjectAsker;
        readonly said: string;
      }
    >
  | DomainEvent<
      'people.correction-answered',
      { readonly requestId: string; readonly outcome: CorrectionOutcome; readonly answer: string }
    >
  | DomainEvent<'people.household-added', { readonly householdId: string; readonly dwellingId: string }>
  | DomainEvent<
      'people.resident-added',
      {
        readonly residentId: string;
        readonly householdId: string;
        readonly dwellingId: string;
        readonly set: ResidentChanges;
      }
    >
  | DomainEvent<
      'people.resident-changed',
      {
        readonly residentId: string;
        readonly set: ResidentChanges;
        /** Fields of `set` that were confirmed in the field at the command's time. */
        readonly confirmed: readonly ResidentField[];
      }
    >
  | DomainEvent<
      'people.resident-moved',
      {
        readonly residentId: string;
        readonly householdId: string;
        readonly dwellingId: string;
        /** Said by a register that someone agreed to; else by the desk itself. */
        readonly byImport?: boolean;
      }
    >
  | DomainEvent<
      'people.resident-away-set',
      { readonly residentId: string; readonly away: boolean; readonly reason: string }
    >
  | DomainEvent<
      'people.resident-ended',
      { readonly residentId: string; readonly reason: string; readonly on?: string | null | undefined }
    >
  | DomainEvent<'people.resident-restored', { readonly residentId: string }>
  | DomainEvent<
      'people.import-mapping-saved',
      { readonly mappingId: string; readonly name: string; readonly mapping: Mapping }
    >
  | DomainEvent<'people.import-mapping-removed', { readonly mappingId: string }>
  | DomainEvent<
      'people.looked',
      { readonly residentId: string; readonly fields: readonly string[]; readonly reason: string }
    >
  | DomainEvent<
      'people.rows-imported',
      {
        readonly importId: string;
        readonly chunk: number;
        readonly places: NewPlaces;
        readonly households: readonly { readonly id: string; readonly dwellingId: string }[];
        readonly added: readonly ImportedChange[];
        readonly changed: readonly Pick<ImportedChange, 'id' | 'set'>[];
        /** Values that stayed because they were confirmed in the field. */
        readonly kept: number;
      }
    >;

export interface ImportedChange {
  readonly id: string;
  readonly householdId: string;
  readonly dwellingId: string;
  readonly set: ResidentChanges;
}
