import type { DomainEvent } from '#kernel/command/command.ts';
import type { ListLook } from './look-rows.ts';

/** Who and when stand in the event's stamp. */
export type LookEvent = DomainEvent<
  'testing.list-looked-at',
  Pick<ListLook, 'roundId' | 'what' | 'inFull' | 'tubeCode' | 'residentIds' | 'reason'>
>;
