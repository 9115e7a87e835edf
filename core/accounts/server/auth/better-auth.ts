import { betterAuth } from 'better-auth';
import { Kysely } from 'kysely';
import type { Database } from '#kernel/db/pool.ts';
import { PIN_LENGTH } from '../../domain/pin.ts';
import { datesPlugin } from './dates-plugin.ts';
import type { AuthSecrets } from './secrets.ts';
import { sessionPlugin } from './session-plugin.ts';

export interface AuthOptions {
  /** Cookies only over HTTPS. False on plain http://localhost, where some browsers drop secure cookies. */
  readonly secureCookies: boolean;
}

const DAY_SECONDS = 86_400;

export type Auth = ReturnType<typeof makeAuth>;

/**
 * better-auth over schema `auth`: scrypt for PINs, sessions, signed http-only cookies. Its own sign-up, e-mail, rate
 * limit and address tracking are off: accounts come in by invitation, and wrong PINs are counted by `attempts.ts`.
 */
export function makeAuth(db: Database, secrets: AuthSecrets, options: AuthOptions) {
  const kysely = new Kysely<Record<string, Record<string, unknown>>>({
    dialect: db.dialect,
    plugins: [datesPlugin],
  });
  return betterAuth({
    baseURL: 'http://localhost',
    basePath: '/api/auth',
    secret: secrets.cookieSecret,
    database: { db: kysely, type: 'postgres', schemaName: 'auth' },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PIN_LENGTH.min,
      maxPasswordLength: PIN_LENGTH.max,
    },
    session: { expiresIn: 30 * DAY_SECONDS, updateAge: DAY_SECONDS },
    advanced: {
      cookiePrefix: 'concerto',
      useSecureCookies: options.secureCookies,
      database: { generateId: 'uuid' },
      ipAddress: { disableIpTracking: true },
      // Said outright, or better-auth leaves both out wherever it thinks it is being tested.
      disableOriginCheck: false,
      disableCSRFCheck: false,
    },
    // The same site only: whatever host the page came from, with or without TLS in front of us.
    trustedOrigins: (request) => {
      const host = request?.headers.get('host');
      return host ? [`http://${host}`, `https://${host}`] : [];
    },
    databaseHooks: {
      session: {
        create: { before: async (session) => ({ data: { ...session, ipAddress: '', userAgent: '' } }) },
      },
    },
    plugins: [sessionPlugin],
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    // It would write "user not found" and the like; what matters is counted and answered by us.
    logger: { disabled: true },
  });
}
