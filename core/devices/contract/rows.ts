import type { Reason } from './commands.ts';

/** A browser profile that people work on, as the area knows it. What it says of itself is the transport's note. */
export interface Device {
  /** Minted once by the browser profile. */
  readonly id: string;
  /** What the committee calls it, e.g. 2号点 备用机. */
  readonly label: string | null;
  /** Kind of phone and browser; null for one that never enrolled a key. */
  readonly platform: string | null;
  /** The app's version when a key was last enrolled. */
  readonly appVersion: string | null;
  /** When the first key was enrolled on it, epoch ms. */
  readonly enrolledAt: number | null;
  /** Epoch ms; null while in use. */
  readonly revokedAt: number | null;
  readonly revokedBy: string | null;
  readonly because: Reason | null;
  readonly note: string | null;
}

/** An author's key: made on one device for one member, the private half never leaves it. */
export interface AuthorKey {
  readonly id: string;
  readonly deviceId: string;
  readonly memberId: string;
  /** Ed25519, 32 bytes, base64url. */
  readonly publicKey: string;
  readonly enrolledAt: number;
  /** Epoch ms; what is received afterwards is flagged. */
  readonly endedAt: number | null;
  readonly endedBecause: 'revoked' | 'left' | null;
}
