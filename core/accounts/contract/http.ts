import * as z from 'zod/mini';
import type { Grant } from '#kernel/access/access.ts';
import { phoneText } from './commands.ts';
import type { GroupId, Role } from './roles.ts';

/**
 * The plain HTTP of accounts: what must work before there is a place in an area. Bodies are JSON; refusals answer
 * `{ problem }`. The session travels in an http-only cookie, also with `fetch(…, { credentials: 'same-origin' })`.
 */
export const paths = {
  /** GET: {@link SessionView}; 401 `accounts.no-session`. */
  session: '/api/session',
  /** POST {@link signInBody}. */
  signIn: '/api/sign-in',
  /** POST, no body. */
  signOut: '/api/sign-out',
  /** GET: {@link SetUpView}. POST {@link setUpBody}. */
  setUp: '/api/setup',
  /** GET: {@link InvitationView}. POST {@link joinBody}. */
  join: (token: string): string => `/api/join/${encodeURIComponent(token)}`,
} as const;

export const pinText = z.string().check(z.minLength(6), z.maxLength(64));
const personName = z.string().check(z.trim(), z.minLength(1), z.maxLength(40));

export const signInBody = z.object({
  phone: phoneText,
  pin: z.string().check(z.minLength(1), z.maxLength(64)),
});

export const joinBody = z.object({
  /** Minted once by the joining phone: repeating the same join is one join. */
  memberId: z.uuid(),
  name: personName,
  phone: phoneText,
  /** The present PIN when the phone has an account already, else the new one. */
  pin: pinText,
});

export const setUpBody = z.object({
  token: z.string(),
  /** A generated demo area instead of an empty one. */
  demo: z._default(z.boolean(), false),
  /** Ignored for the demo area, which brings its own name. */
  areaName: z._default(z.string().check(z.trim(), z.maxLength(40)), ''),
  name: personName,
  phone: phoneText,
  pin: pinText,
});

export interface SetUpView {
  /** False once anybody works here. */
  readonly needed: boolean;
  /** Whether a generated demo area is on offer. */
  readonly demo: boolean;
}

export interface PlaceView {
  readonly areaId: string;
  readonly areaName: string;
  /** The real area this one stands in for while people learn; null for a real one. */
  readonly practisesFor: string | null;
  readonly memberId: string;
  readonly name: string;
  readonly role: Role;
  readonly group: GroupId | null;
  /** Roles and duties as the screens ask for them; the server judges again with authority. */
  readonly grants: readonly Grant[];
}

export interface SessionView {
  readonly accountId: string;
  /** Every area where this account works, ended places left out. */
  readonly places: readonly PlaceView[];
  /** Practice areas of these, apart: nobody chooses one by mistake for a place of work. */
  readonly practices: readonly PlaceView[];
}

/** What the holder of an invitation sees before joining. */
export interface InvitationView {
  readonly areaId: string;
  readonly areaName: string;
  readonly role: Role;
  readonly group: GroupId | null;
  readonly name: string | null;
  readonly expiresAt: number;
}
