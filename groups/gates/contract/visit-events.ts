import type { DomainEvent } from '#kernel/command/command.ts';
import type { Visit } from './visit-rows.ts';

/** Who and when stand in the event's stamp; the passage of a visit is a `gates.passed` beside it. */
export type VisitEvent =
  | DomainEvent<
      'gates.visit-registered',
      Omit<Visit, 'id' | 'enteredAt' | 'leftAt' | 'voidedAt' | 'version'> & { readonly visitId: string }
    >
  | DomainEvent<'gates.visit-ended', { readonly visitId: string }>
  | DomainEvent<'gates.visit-extended', { readonly visitId: string; readonly until: number }>
  | DomainEvent<
      'gates.inside-looked-at',
      { readonly buildingId: string; readonly reason: string; readonly people: number }
    >;
