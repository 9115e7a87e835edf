import * as z from 'zod/mini';
import type { Command, DomainEvent } from '#kernel/command/command.ts';

const id = z.uuid();
const note = z._default(z.string().check(z.trim(), z.maxLength(200)), '');
/** 32 bytes as base64url without padding. */
const publicKey = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/));

/** Why a phone is taken out of use. */
export const REASONS = ['lost', 'stolen', 'broken', 'handed-back', 'other'] as const;
export type Reason = (typeof REASONS)[number];

/** What a leader found out about work that came from a phone taken out of use, or from someone who had left. */
export const FINDINGS = ['right', 'wrong'] as const;
export type Finding = (typeof FINDINGS)[number];

/** The author is the key's member; the device is the one that made the key. */
export const enrol = z.object({
  keyId: id,
  deviceId: id,
  publicKey,
  /** Kind of phone and browser, e.g. `Android · Chrome 120`. */
  platform: z.string().check(z.trim(), z.maxLength(80)),
  appVersion: z.string().check(z.trim(), z.maxLength(40)),
});

export const rename = z.object({
  deviceId: id,
  /** Null takes the name away again. */
  label: z.nullable(z.string().check(z.trim(), z.minLength(1), z.maxLength(40))),
});

export const revoke = z.object({ deviceId: id, because: z.enum(REASONS), note });

/** The phone was found and is in the right hands: it may be signed in on again, with new keys. */
export const restore = z.object({ deviceId: id, note });

export const settleFlag = z.object({ discrepancyId: id, finding: z.enum(FINDINGS), note });

export const bodies = {
  'devices.enrol': enrol,
  'devices.rename': rename,
  'devices.revoke': revoke,
  'devices.restore': restore,
  'devices.settle-flag': settleFlag,
} as const;

export type DevicesCommandKind = keyof typeof bodies;
export type DevicesBody<K extends DevicesCommandKind> = z.output<(typeof bodies)[K]>;
export type DevicesCommand = { [K in DevicesCommandKind]: Command<K, DevicesBody<K>> }[DevicesCommandKind];

export type Enrolled = DomainEvent<
  'devices.enrolled',
  DevicesBody<'devices.enrol'> & { readonly memberId: string }
>;
export type Renamed = DomainEvent<'devices.renamed', DevicesBody<'devices.rename'>>;
/** Handlers end what hung on the device: sessions. */
export type Revoked = DomainEvent<'devices.revoked', DevicesBody<'devices.revoke'>>;
export type Restored = DomainEvent<'devices.restored', DevicesBody<'devices.restore'>>;
export type FlagSettled = DomainEvent<
  'devices.flag-settled',
  { readonly discrepancyId: string; readonly finding: Finding }
>;
export type DevicesEvent = Enrolled | Renamed | Revoked | Restored | FlagSettled;
