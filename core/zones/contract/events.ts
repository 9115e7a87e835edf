import type { DomainEvent } from '#kernel/command/command.ts';
import type { Answer, Status } from './rows.ts';

export type StatusSet = DomainEvent<
  'zones.status-set',
  Omit<Status, 'id'> & {
    readonly statusId: string;
    /** Whether what was declared for the place before ends with it. */
    readonly replaces: boolean;
  }
>;
export type StatusEnded = DomainEvent<
  'zones.status-ended',
  { readonly statusId: string; readonly until: number; readonly reason: string }
>;
/** It never held. Whoever turns on zones listens to these three. */
export type StatusWithdrawn = DomainEvent<
  'zones.status-withdrawn',
  { readonly statusId: string; readonly reason: string }
>;
export type ProposalAnswered = DomainEvent<
  'zones.proposal-answered',
  Omit<Answer, 'id' | 'version' | 'answeredAt' | 'answeredBy'>
>;
export type ZonesEvent = StatusSet | StatusEnded | StatusWithdrawn | ProposalAnswered;
