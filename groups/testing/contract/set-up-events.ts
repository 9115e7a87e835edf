import type { DomainEvent } from '#kernel/command/command.ts';
import type { FileRef } from '#kernel/files/contract.ts';
import type { SetUpLists } from './set-up-commands.ts';
import type { CheckOutcome } from './set-up-rows.ts';

export type SetUpEvent =
  | DomainEvent<'testing.check-list-set', { readonly roundId: string; readonly sites: SetUpLists }>
  | DomainEvent<
      'testing.point-checked',
      {
        readonly roundId: string;
        readonly siteId: string;
        readonly pointId: string;
        readonly checkId: string;
        readonly outcome: CheckOutcome;
        readonly note: string;
        readonly photo: FileRef | null;
      }
    >;
