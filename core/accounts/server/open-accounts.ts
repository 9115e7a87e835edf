import type { IncomingHttpHeaders } from 'node:http';
import type { CommandModule } from '#kernel/command/module.ts';
import type { Database } from '#kernel/db/pool.ts';
import type { Module } from '#kernel/module.ts';
import type { Clock } from '#kernel/time-id/clock.ts';
import { keepingSettings } from '../contract/keeping.ts';
import { accountsProblems } from '../contract/problems.ts';
import { accountsRules } from '../contract/rules.ts';
import { accountsSettings } from '../contract/settings.ts';
import { openAccounts, phoneIndexOf } from './auth/accounts.ts';
import { tellTries, untoldTries } from './auth/attempts.ts';
import { type AuthOptions, makeAuth } from './auth/better-auth.ts';
import { deviceCookies } from './auth/device-cookie.ts';
import { openPasskeys } from './auth/passkeys.ts';
import { dropPlaces, hasAnyPlace, type Place, placesOf } from './auth/places.ts';
import { hasAnySecondFactor, openSecondFactor } from './auth/second-factor.ts';
import { openAuthSecrets } from './auth/secrets.ts';
import { endSessionsOnDevice } from './auth/session-notes.ts';
import { openSessions, type Who } from './auth/sessions.ts';
import { tellingCommands } from './commands.ts';
import type { SetUpAreas } from './http/context.ts';
import { joinRoutes } from './http/join.ts';
import { newPinRoutes } from './http/new-pin.ts';
import { ownSessionsRoutes } from './http/own-sessions.ts';
import { passkeyRoutes } from './http/passkeys.ts';
import { secondFactorRoutes } from './http/second-factor.ts';
import { setUpRoutes } from './http/set-up.ts';
import { openSetUpToken } from './http/set-up-token.ts';
import { signInRoutes } from './http/sign-in.ts';
import { accountsPersonalData } from './personal-data.ts';
import { accountsRouter } from './queries.ts';
import { sealedMember } from './sealed-phone.ts';
import { meSource } from './sync.ts';

export interface AccountsOptions extends AuthOptions {
  /** As the running app. */
  readonly db: Database;
  readonly dataFolder: string;
  readonly clock: Clock;
  readonly areas: SetUpAreas;
  /** The address people use when a proxy stands in front: passkeys are bound to its name. */
  readonly publicOrigin?: string | undefined;
}

/** What the composition root gets: the module to mount, and who stands behind a request. */
export interface AccountsHouse {
  readonly module: Module;
  /** Null without a session in force; remembered for 5 s. */
  whoIs(headers: IncomingHttpHeaders): Promise<Who | null>;
  /** The asking member. Throws `accounts.no-session` (401) or `accounts.no-place` (403). */
  placeIn(headers: IncomingHttpHeaders, areaId: string): Promise<Place & { readonly accountId: string }>;
  /** Places changed outside the commands of accounts, or just now: the next request looks again. */
  forget(): void;
  /** Ends every place in an area that is being destroyed. */
  dropPlaces(areaId: string): Promise<void>;
  /** Throws `accounts.needs-second-factor` without one, `accounts.step-up` when it was not shown just now (403 both). */
  requireStepUp(headers: IncomingHttpHeaders): Promise<void>;
  /** A batch of that area was committed: places and sessions it ended are over for the very next request. */
  committed(areaId: string): void;
  /** Ends the sessions of the area's people on one device, at once. @returns how many */
  endDeviceSessions(areaId: string, deviceId: string): Promise<number>;
  /** The token for the set-up link that the start prints; null once anybody works here. */
  setUpToken(): Promise<string | null>;
}

export const accountsMigrations = {
  name: 'accounts',
  migrations: new URL('../migrations/', import.meta.url),
};

export async function openAccountsHouse(options: AccountsOptions): Promise<AccountsHouse> {
  const { db, dataFolder, clock, areas } = options;
  const secrets = await openAuthSecrets(dataFolder);
  const auth = makeAuth(db, secrets, options);
  const sessions = openSessions(db, auth, clock);
  const token = openSetUpToken(dataFolder);
  const needed = async (): Promise<boolean> => !(await hasAnyPlace(db));
  const secondFactor = openSecondFactor(db, secrets);
  const devices = deviceCookies(secrets.cookieSecret, options.secureCookies);
  const parts = {
    db,
    auth,
    secondFactor,
    passkeys: openPasskeys(db, secrets.cookieSecret),
    address: { secure: options.secureCookies, publicOrigin: options.publicOrigin },
    accounts: openAccounts({ db, auth, secrets, devices, secondFactor }),
    sessions,
    setUp: { areas, token, needed },
    placesOf: (accountId: string) => placesOf(db, accountId),
    hasSecondFactor: (accountId: string) => hasAnySecondFactor(db, accountId),
    wrongPinsOf: async (accountId: string) => untoldTries(db, await phoneIndexOf(auth, accountId)),
    tellWrongPins: async (accountId: string) => tellTries(db, await phoneIndexOf(auth, accountId)),
  };
  // Areas where a transaction under way takes places or sessions away.
  const ending = new Set<string>();
  const commands = tellingCommands((areaId) => ending.add(areaId));
  return {
    module: {
      ...accountsMigrations,
      commands: commands as unknown as CommandModule<never>,
      sync: [meSource],
      rules: accountsRules,
      queries: accountsRouter,
      problems: accountsProblems,
      sealed: [sealedMember],
      personalData: accountsPersonalData,
      settings: [...Object.values(accountsSettings), ...Object.values(keepingSettings)],
      routes(app, host) {
        const context = { ...parts, host };
        signInRoutes(app, context);
        joinRoutes(app, context);
        setUpRoutes(app, context);
        ownSessionsRoutes(app, context);
        newPinRoutes(app, context);
        secondFactorRoutes(app, context);
        passkeyRoutes(app, context);
      },
    },
    whoIs: sessions.whoIs,
    placeIn: sessions.placeIn,
    requireStepUp: sessions.requireStepUp,
    forget: sessions.forget,
    async dropPlaces(areaId) {
      await dropPlaces(db, areaId);
      sessions.forget();
    },
    committed(areaId) {
      if (ending.delete(areaId)) sessions.forget();
    },
    async endDeviceSessions(areaId, deviceId) {
      const ended = await endSessionsOnDevice(db, areaId, deviceId);
      sessions.forget();
      return ended;
    },
    setUpToken: async () => ((await needed()) ? token.issue() : null),
  };
}
