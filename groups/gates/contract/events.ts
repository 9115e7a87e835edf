import type { DomainEvent } from '#kernel/command/command.ts';
import type { FileRef } from '#kernel/files/contract.ts';
import type { FlowEvent } from './flow-events.ts';
import type { LanePlan } from './gate-commands.ts';
import type { Passage } from './rows.ts';
import type { VisitEvent } from './visit-events.ts';

export type GateEvent =
  | DomainEvent<
      'gates.gate-added',
      {
        readonly gateId: string;
        readonly name: string;
        readonly compoundId: string;
        readonly openFrom: number | null;
        readonly openUntil: number | null;
        readonly lanes: LanePlan;
      }
    >
  | DomainEvent<
      'gates.gate-changed',
      {
        readonly gateId: string;
        readonly name: string;
        readonly openFrom: number | null;
        readonly openUntil: number | null;
        readonly lanes: LanePlan;
      }
    >
  | DomainEvent<'gates.gate-closed', { readonly gateId: string }>
  | DomainEvent<'gates.gate-reopened', { readonly gateId: string }>;

/** Who and when stand in the event's stamp. */
export type PassageEvent =
  | DomainEvent<
      'gates.passed',
      Omit<Passage, 'id' | 'at' | 'by' | 'version' | 'voidedAt' | 'fileId'> & {
        readonly passageId: string;
        readonly photo: FileRef | null;
      }
    >
  | DomainEvent<'gates.passage-voided', { readonly passageId: string; readonly note: string }>
  | DomainEvent<'gates.passage-uncounted', { readonly passageId: string }>;

/** One union per part. */
export type GatesEvent = FlowEvent | GateEvent | PassageEvent | VisitEvent;
export type GatesEventType = GatesEvent['type'];
export type EventData<T extends GatesEventType> = Extract<GatesEvent, { readonly type: T }>['data'];
