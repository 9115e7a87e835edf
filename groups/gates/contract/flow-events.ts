import type { DomainEvent } from '#kernel/command/command.ts';
import type { PersonLook } from './flow-rows.ts';

/** Who and when stand in the event's stamp. */
export type FlowEvent = DomainEvent<'gates.person-looked-at', Pick<PersonLook, 'residentId' | 'reason'>>;
