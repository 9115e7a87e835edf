import * as z from 'zod/mini';
import type { Grant } from '#kernel/access/access.ts';
import type { PasskeyHindrance } from '../domain/passkey-site.ts';
import { phoneText } from './commands.ts';
import type { OpenSession } from './queries.ts';
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
  /** GET: {@link OwnSessions}, the asking account's own. */
  sessions: '/api/sessions',
  /** POST {@link endSessionBody}: one of the own sessions. */
  endSession: '/api/sessions/end',
  /** POST, no body: all own sessions but this one. */
  endOtherSessions: '/api/sessions/end-others',
  /** POST, no body: the wrong PINs of strangers have been read. */
  wrongPinsTold: '/api/sessions/told',
  /** GET: {@link SetUpView}. POST {@link setUpBody}. */
  setUp: '/api/setup',
  /** GET: {@link NewPinView}. POST {@link newPinBody}: sets the PIN, ends all sessions, opens one. */
  newPin: (token: string): string => `/api/new-pin/${encodeURIComponent(token)}`,
  /** POST {@link ownPinBody}: {@link SecondFactorBegun}. Not in force until confirmed. */
  beginSecondFactor: '/api/second-factor/begin',
  /** POST {@link codeBody}: puts it in force; `{ recoveryCodes }`, shown once. */
  confirmSecondFactor: '/api/second-factor/confirm',
  /** POST {@link codeBody}: shows it again, before an export. */
  checkSecondFactor: '/api/second-factor/check',
  /** POST {@link codeBody}. */
  removeSecondFactor: '/api/second-factor/remove',
  /** POST {@link ownPinBody}: what `navigator.credentials.create` is asked. */
  beginPasskey: '/api/passkeys/begin',
  /** POST {@link addPasskeyBody}. */
  addPasskey: '/api/passkeys/add',
  /** POST {@link renamePasskeyBody}. */
  renamePasskey: '/api/passkeys/rename',
  /** POST {@link removePasskeyBody}. */
  removePasskey: '/api/passkeys/remove',
  /** POST, no body: what `navigator.credentials.get` is asked to show the own passkey again. */
  askPasskey: '/api/passkeys/ask',
  /** POST {@link passkeyBody}: shows it again, before an export. */
  showPasskey: '/api/passkeys/show',
  /** POST, no body, no session: what `navigator.credentials.get` is asked to sign in. */
  askPasskeySignIn: '/api/sign-in/passkey/ask',
  /** POST {@link passkeyBody}: phone, PIN and code in one; {@link SessionView}. */
  passkeySignIn: '/api/sign-in/passkey',
  /** POST {@link changePinBody}: the own PIN, with the old one; ends all other sessions. */
  changePin: '/api/pin',
  /** GET: {@link InvitationView}. POST {@link joinBody}. */
  join: (token: string): string => `/api/join/${encodeURIComponent(token)}`,
} as const;

export const pinText = z.string().check(z.minLength(6), z.maxLength(64));
/** The id a phone syncs with: its sessions end with it. A desk has none. */
const deviceId = z.optional(z.uuid());
const codeText = z.string().check(z.trim(), z.minLength(6), z.maxLength(20));
const personName = z.string().check(z.trim(), z.minLength(1), z.maxLength(40));

export const signInBody = z.object({
  phone: phoneText,
  pin: z.string().check(z.minLength(1), z.maxLength(64)),
  deviceId,
  /** Of the authenticator, or a recovery code; asked for by `accounts.needs-code`. */
  code: z.optional(codeText),
});

export const newPinBody = z.object({ pin: pinText, deviceId });

export const changePinBody = z.object({
  oldPin: z.string().check(z.minLength(1), z.maxLength(64)),
  pin: pinText,
});

const passkeyName = z.string().check(z.trim(), z.minLength(1), z.maxLength(40));
const passkeyId = z.string().check(z.minLength(1), z.maxLength(1400));
/** A `PublicKeyCredential` as JSON (Web Authentication Level 3, 5.1.8); what is in it the server's library judges. */
const passkeyAnswer = z.looseObject({
  id: passkeyId,
  response: z.looseObject({ clientDataJSON: z.string().check(z.maxLength(4000)) }),
});

/** The present PIN: an open desk alone must not be enough to come back for good. */
export const ownPinBody = z.object({ pin: z.string().check(z.minLength(1), z.maxLength(64)) });
export const addPasskeyBody = z.object({ name: passkeyName, answer: passkeyAnswer });
export const renamePasskeyBody = z.object({ id: passkeyId, name: passkeyName });
export const removePasskeyBody = z.object({ id: passkeyId });
export const passkeyBody = z.object({ answer: passkeyAnswer });

export const codeBody = z.object({ code: codeText });

export const endSessionBody = z.object({ sessionId: z.uuid() });

export const joinBody = z.object({
  /** Minted once by the joining phone: repeating the same join is one join. */
  memberId: z.uuid(),
  name: personName,
  phone: phoneText,
  /** The present PIN when the phone has an account already, else the new one. */
  pin: pinText,
  deviceId,
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
  /** Until when this person must have a second factor, epoch ms; null when none is asked for or one is there. */
  readonly secondFactorBy: number | null;
  /** Roles and duties as the screens ask for them; the server judges again with authority. */
  readonly grants: readonly Grant[];
}

export interface SessionView {
  readonly accountId: string;
  /** Every area where this account works, ended places left out. */
  readonly places: readonly PlaceView[];
  /** Practice areas of these, apart: nobody chooses one by mistake for a place of work. */
  readonly practices: readonly PlaceView[];
  /** Wrong PINs from devices that never signed in, since the person was told last. */
  readonly wrongPins: WrongPinsView | null;
}

export interface SecondFactorBegun {
  /** Base32, for typing it where no camera is. */
  readonly secret: string;
  /** `otpauth://…`, for the QR. */
  readonly uri: string;
}

export interface WrongPinsView {
  readonly count: number;
  /** Epoch ms. */
  readonly lastAt: number;
}

/** Where somebody is signed in, as the person sees it. */
export interface OwnSessions {
  readonly sessions: readonly (OpenSession & {
    /** The one that asks. */
    readonly isThis: boolean;
  })[];
  readonly secondFactor: { readonly isOn: boolean; readonly recoveryCodesLeft: number };
  readonly passkeys: readonly OwnPasskey[];
  /** Why none can be made or used under the present address; null when they can. */
  readonly passkeyHindrance: PasskeyHindrance | null;
  readonly wrongPins: WrongPinsView | null;
}

export interface OwnPasskey {
  readonly id: string;
  /** What its owner calls it. */
  readonly name: string;
  readonly addedAt: number;
  readonly lastUsedAt: number | null;
}

/** What the holder of a code for a new PIN sees. */
export interface NewPinView {
  readonly areaName: string;
  readonly name: string;
  readonly phoneMask: string | null;
  readonly expiresAt: number;
}

/** What the holder of an invitation sees before joining. */
export interface InvitationView {
  readonly areaId: string;
  readonly areaName: string;
  readonly role: Role;
  readonly group: GroupId | null;
  readonly name: string | null;
  /** Last four digits of the only phone it opens for; null for any. */
  readonly phoneEnd: string | null;
  readonly expiresAt: number;
}
