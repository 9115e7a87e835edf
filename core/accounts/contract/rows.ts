import type { GroupId, Role } from './roles.ts';

/** A person who works in the area. The id is the actor id of every command he or she makes. */
export interface Member {
  readonly id: string;
  readonly name: string;
  /** `138****5678`, or null without a phone. The number itself is sealed under the area key on the server. */
  readonly phoneMask: string | null;
  readonly role: Role;
  readonly group: GroupId | null;
  /** The resident this member is, when known. */
  readonly residentId: string | null;
  /** Epoch ms; null while working here. */
  readonly endedAt: number | null;
}

/** What a member was from–until: kept, so that a late command is judged by the role held when it was made. */
export interface Standing {
  readonly id: string;
  readonly memberId: string;
  readonly role: Role;
  readonly group: GroupId | null;
  /** Epoch ms, inclusive. */
  readonly from: number;
  /** Epoch ms, exclusive; null while open. */
  readonly until: number | null;
}

/** A place kept for one person; its token is shown once, as a QR, and only its hash is stored. */
export interface Invitation {
  readonly id: string;
  /** SHA-256 of the token, lower-case hex. */
  readonly tokenHash: string;
  readonly role: Role;
  readonly group: GroupId | null;
  readonly name: string | null;
  /** Epoch ms. */
  readonly expiresAt: number;
  readonly usedAt: number | null;
  readonly revokedAt: number | null;
  /** The member added by hand whom it gives an account; null where a new one comes in. */
  readonly memberId: string | null;
  /** Last four digits of the only phone it opens for; null for any. */
  readonly phoneEnd: string | null;
}

/** A one-time code with which a member sets a new PIN. */
export interface NewPinOffer {
  readonly id: string;
  readonly memberId: string;
  /** SHA-256 of the token, lower-case hex. */
  readonly tokenHash: string;
  /** Epoch ms. */
  readonly expiresAt: number;
  readonly usedAt: number | null;
  /** Another code was given, or the member left. */
  readonly revokedAt: number | null;
}

/** The area as a phone or console shows it. */
export interface Area {
  readonly id: string;
  readonly name: string;
}
