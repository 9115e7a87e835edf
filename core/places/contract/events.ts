import type { DomainEvent } from '#kernel/command/command.ts';

export type PlaceKind = 'compound' | 'building' | 'entrance' | 'dwelling';

export type PlacesEvent =
  | DomainEvent<
      'places.compound-added',
      { readonly compoundId: string; readonly name: string; readonly addressRuleId: string | null }
    >
  | DomainEvent<
      'places.building-added',
      { readonly buildingId: string; readonly compoundId: string; readonly label: string }
    >
  | DomainEvent<
      'places.entrance-added',
      { readonly entranceId: string; readonly buildingId: string; readonly label: string }
    >
  | DomainEvent<
      'places.dwelling-added',
      {
        readonly dwellingId: string;
        readonly buildingId: string;
        readonly entranceId: string | null;
        readonly room: string;
        readonly floor: number | null;
      }
    >
  | DomainEvent<
      'places.renamed',
      { readonly place: PlaceKind; readonly id: string; readonly from: string; readonly to: string }
    >
  | DomainEvent<'places.ended', { readonly place: PlaceKind; readonly id: string }>
  | DomainEvent<
      'places.address-rule-saved',
      { readonly ruleId: string; readonly name: string; readonly rule: unknown }
    >
  | DomainEvent<
      'places.address-rule-set',
      { readonly compoundId: string; readonly addressRuleId: string | null }
    >;
