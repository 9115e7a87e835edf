import { oc } from '@orpc/contract';
import * as z from 'zod/mini';
import type { AccessRules } from '#kernel/access/access.ts';
import type { Command, DomainEvent } from '#kernel/command/command.ts';
import type { CommandKind } from '#kernel/command/module.ts';

const keyId = z.uuid();

export const bodies = {
  /** A new key signs from now on; what the old one signed stays good unless `revokeOld`. */
  'codes.rotate-key': z.strictObject({ keyId, revokeOld: z.boolean() }),
  /** An old key got into wrong hands: nothing it ever signed is believed any more. */
  'codes.revoke-key': z.strictObject({ keyId }),
} as const;

export type CodesCommandKind = keyof typeof bodies;
export type CodesCommand = {
  [K in CodesCommandKind]: Command<K, z.infer<(typeof bodies)[K]>>;
}[CodesCommandKind];

export type KeyMade = DomainEvent<
  'codes.key-made',
  { readonly keyId: string; readonly publicKey: string; readonly at: number }
>;
export type KeyRetired = DomainEvent<'codes.key-retired', { readonly keyId: string; readonly at: number }>;
export type KeyRevoked = DomainEvent<'codes.key-revoked', { readonly keyId: string; readonly at: number }>;
export type CodesEvent = KeyMade | KeyRetired | KeyRevoked;

export const kinds = {
  'codes.rotate-key': { nature: 'wish', action: 'codes:manage-keys', v: 1, body: bodies['codes.rotate-key'] },
  'codes.revoke-key': { nature: 'wish', action: 'codes:manage-keys', v: 1, body: bodies['codes.revoke-key'] },
} as const satisfies Record<CodesCommandKind, CommandKind>;

export const codesRules = {
  'codes:manage-keys': ['role:secretary', 'role:command'],
  'codes:see-keys': ['role:secretary', 'role:command'],
} as const satisfies AccessRules;

const instant = z.int();

export const codesQueries = {
  /** Every signing key, the youngest first. Action `codes:see-keys`. */
  keys: oc.route({ method: 'GET', path: '/codes/keys', tags: ['codes'] }).output(
    z.object({
      keys: z.array(
        z.object({
          id: z.string(),
          publicKey: z.string(),
          validFrom: instant,
          validUntil: z.nullable(instant),
          revokedAt: z.nullable(instant),
        }),
      ),
    }),
  ),
};
