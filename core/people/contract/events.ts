import type { NewPlaces } from '#core/places/contract.ts';
import type { DomainEvent } from '#kernel/command/command.ts';
import type { Mapping } from '../domain/import/mapping.ts';
import type { ResidentChanges } from './commands.ts';
import type { ResidentField } from './rows.ts';

/** Events hold plain values; the log keeps them sealed under the area key. */
export type PeopleEvent =
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
      { readonly residentId: string; readonly householdId: string; readonly dwellingId: string }
    >
  | DomainEvent<
      'people.resident-away-set',
      { readonly residentId: string; readonly away: boolean; readonly reason: string }
    >
  | DomainEvent<'people.resident-ended', { readonly residentId: string; readonly reason: string }>
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
