import type { Database } from '#kernel/db/pool.ts';
import type { Host } from '#kernel/host.ts';
import type { Reached } from '../../domain/passkey-site.ts';
import type { Accounts } from '../auth/accounts.ts';
import type { WrongPins } from '../auth/attempts.ts';
import type { Auth } from '../auth/better-auth.ts';
import type { Passkeys } from '../auth/passkeys.ts';
import type { Place } from '../auth/places.ts';
import type { SecondFactor } from '../auth/second-factor.ts';
import type { Sessions } from '../auth/sessions.ts';
import type { SetUpToken } from './set-up-token.ts';

/** What set-up needs from the composition root. */
export interface SetUpAreas {
  /** Makes an area, or returns the one that has this name already. */
  area(name: string, at: number): Promise<string>;
  /** Generates the demo area unless it stands, and returns its id. Absent where there is none to offer. */
  demoArea?(at: number): Promise<string>;
}

/** What the routes of accounts work with. */
export interface RouteContext {
  readonly host: Host;
  readonly auth: Auth;
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly setUp: { readonly areas: SetUpAreas; readonly token: SetUpToken; needed(): Promise<boolean> };
  readonly db: Database;
  readonly secondFactor: SecondFactor;
  readonly passkeys: Passkeys;
  /** Under which address people come, as far as the server knows. */
  readonly address: Omit<Reached, 'host'>;
  placesOf(accountId: string): Promise<readonly Place[]>;
  /** An authenticator in force, or a passkey. */
  hasSecondFactor(accountId: string): Promise<boolean>;
  /** Wrong PINs of strangers the account's owner has not been told of; null when there are none. */
  wrongPinsOf(accountId: string): Promise<WrongPins | null>;
  /** The owner has read them. */
  tellWrongPins(accountId: string): Promise<void>;
}
