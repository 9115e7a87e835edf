import type { DomainEvent } from '#kernel/command/command.ts';
import type { Pass, RevokeReason, SuspendReason } from './rows.ts';

export type IssuedPass = Omit<
  Pass,
  'issuedAt' | 'revokedAt' | 'revokeReason' | 'suspendedAt' | 'suspendReason' | 'renewedAt' | 'version'
>;

export type PassesEvent =
  | DomainEvent<'passes.issued', { readonly passes: readonly IssuedPass[] }>
  | DomainEvent<'passes.extended', { readonly passIds: readonly string[]; readonly validUntil: number }>
  | DomainEvent<
      'passes.revoked',
      { readonly passIds: readonly string[]; readonly reason: RevokeReason; readonly note: string }
    >
  | DomainEvent<
      'passes.suspended',
      { readonly passIds: readonly string[]; readonly reason: SuspendReason; readonly note: string }
    >
  | DomainEvent<'passes.renewed', { readonly passIds: readonly string[] }>
  | DomainEvent<'passes.lifted', { readonly passIds: readonly string[] }>
  | DomainEvent<'passes.printed', { readonly passIds: readonly string[] }>;
