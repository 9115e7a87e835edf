import type { Command, DomainEvent } from '#kernel/command/command.ts';
import type { PrivacyBody, PrivacyCommandKind } from './commands.ts';

export type PrivacyCommand = {
  [K in PrivacyCommandKind]: Command<K, PrivacyBody<K>>;
}[PrivacyCommandKind];

export type PrivacyEvent =
  | DomainEvent<'privacy.paper-saved', PrivacyBody<'privacy.save-paper'> & { readonly number: number }>
  | DomainEvent<'privacy.undertaking-accepted', { readonly memberId: string }>
  /** `rows`: how many this command took away. */
  | DomainEvent<
      'privacy.expired-removed',
      { readonly kind: string; readonly before: number; readonly rows: number }
    >
  | DomainEvent<'privacy.key-backup-confirmed', PrivacyBody<'privacy.confirm-key-backup'>>
  | DomainEvent<'privacy.key-rotation-begun', { readonly at: number }>
  | DomainEvent<'privacy.resealed', PrivacyBody<'privacy.reseal'>>
  | DomainEvent<'privacy.key-rotation-ended', Record<never, never>>;
