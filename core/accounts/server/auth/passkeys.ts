import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { sql } from 'kysely';
import type { Database } from '#kernel/db/pool.ts';
import { ProblemError } from '#kernel/problem/problem.ts';
import type { OwnPasskey } from '../../contract/http.ts';
import { accountsProblems } from '../../contract/problems.ts';
import type { PasskeySite } from '../../domain/passkey-site.ts';
import { openChallenges, type Purpose } from './challenges.ts';

/** An account's passkeys: each is something one has, opened by the device's own lock, and so two factors in one. */
export interface Passkeys {
  /** What the browser makes a new one from. @param label how the device lists it: nobody's name but the owner's */
  beginAdding(site: PasskeySite, accountId: string, label: string, now: number): Promise<CreationOptions>;
  /** Throws `accounts.wrong-passkey` for an answer to another or an old question. */
  add(site: PasskeySite, accountId: string, name: string, answer: unknown, now: number): Promise<void>;
  /** Signing in asks for any passkey of this name; showing one again for the account's own. */
  ask(
    site: PasskeySite,
    purpose: 'sign-in' | { readonly show: string },
    now: number,
  ): Promise<RequestOptions>;
  /** @returns whose it is. Throws `accounts.wrong-passkey`: unknown, answered before, too late, or its counter went back. */
  check(
    site: PasskeySite,
    purpose: 'sign-in' | { readonly show: string },
    answer: unknown,
    now: number,
  ): Promise<string>;
  /** Latest added first. */
  of(accountId: string): Promise<readonly OwnPasskey[]>;
  /** @returns false when the account has none of this id */
  rename(accountId: string, id: string, name: string): Promise<boolean>;
  remove(accountId: string, id: string): Promise<boolean>;
  removeAll(accountId: string): Promise<void>;
}

export type CreationOptions = PublicKeyCredentialCreationOptionsJSON;
export type RequestOptions = PublicKeyCredentialRequestOptionsJSON;

interface Kept {
  readonly accountId: string;
  readonly publicKey: Uint8Array;
  readonly counter: number;
}

const wrong = () => new ProblemError(accountsProblems['wrong-passkey']);

export function openPasskeys(db: Database, secret: string): Passkeys {
  const challenges = openChallenges(db, secret);

  const idsOf = async (accountId: string, rpId: string): Promise<{ id: string }[]> => {
    const { rows } = await sql<{ id: string }>`
      select credential_id as id from auth.passkey where account_id = ${accountId} and rp_id = ${rpId}`.execute(
      db,
    );
    return rows;
  };

  const keptOf = async (id: string, rpId: string): Promise<Kept | null> => {
    const { rows } = await sql<Kept>`
      select account_id, public_key, counter from auth.passkey where credential_id = ${id} and rp_id = ${rpId}`.execute(
      db,
    );
    return rows[0] ?? null;
  };

  /** One statement: of two with the same counter at the same moment, one finds it taken. */
  const takeCounter = async (id: string, counter: number, now: number): Promise<boolean> => {
    const { numAffectedRows = 0n } = await sql`
      update auth.passkey set counter = ${counter}, last_used_at = ${new Date(now)}
      where credential_id = ${id} and (counter < ${counter} or (counter = 0 and ${counter} = 0))`.execute(db);
    return numAffectedRows > 0n;
  };

  return {
    async beginAdding(site, accountId, label, now) {
      return generateRegistrationOptions({
        rpName: 'Concerto',
        rpID: site.rpId,
        userName: label,
        userDisplayName: label,
        userID: bytesOf(accountId),
        challenge: Uint8Array.from(challenges.issue(`add/${accountId}`, now)),
        excludeCredentials: await idsOf(accountId, site.rpId),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      });
    },
    async add(site, accountId, name, answer, now) {
      const purpose: Purpose = `add/${accountId}`;
      const { registrationInfo: made } = await verifyRegistrationResponse({
        response: answer as RegistrationResponseJSON,
        expectedChallenge: (challenge) => challenges.isOurs(challenge, purpose, now),
        expectedOrigin: site.origin,
        expectedRPID: site.rpId,
      }).catch(asWrong);
      if (!made || !(await challenges.take(challengeOf(answer), now))) throw wrong();
      const { id, publicKey, counter } = made.credential;
      const { numAffectedRows = 0n } = await sql`
        insert into auth.passkey (credential_id, account_id, rp_id, public_key, counter, name, added_at)
        values (${id}, ${accountId}, ${site.rpId}, ${Buffer.from(publicKey)}, ${counter}, ${name}, ${new Date(now)})
        on conflict (credential_id) do nothing`.execute(db);
      if (numAffectedRows === 0n) throw wrong();
    },
    async ask(site, purpose, now) {
      return generateAuthenticationOptions({
        rpID: site.rpId,
        challenge: Uint8Array.from(challenges.issue(purposeOf(purpose), now)),
        userVerification: 'required',
        ...(purpose === 'sign-in' ? {} : { allowCredentials: await idsOf(purpose.show, site.rpId) }),
      });
    },
    async check(site, purpose, answer, now) {
      const response = answer as AuthenticationResponseJSON;
      const kept = await keptOf(response.id, site.rpId);
      if (!kept || (purpose !== 'sign-in' && purpose.show !== kept.accountId)) throw wrong();
      const { verified, authenticationInfo } = await verifyAuthenticationResponse({
        response,
        expectedChallenge: (challenge) => challenges.isOurs(challenge, purposeOf(purpose), now),
        expectedOrigin: site.origin,
        expectedRPID: site.rpId,
        credential: { id: response.id, publicKey: Uint8Array.from(kept.publicKey), counter: kept.counter },
      }).catch(asWrong);
      const isFresh = verified && (await challenges.take(challengeOf(answer), now));
      if (!isFresh || !(await takeCounter(response.id, authenticationInfo.newCounter, now))) throw wrong();
      return kept.accountId;
    },
    async of(accountId) {
      const { rows } = await sql<OwnPasskey>`
        select credential_id as id, name, added_at, last_used_at from auth.passkey
        where account_id = ${accountId} order by added_at desc, credential_id`.execute(db);
      return rows;
    },
    async rename(accountId, id, name) {
      const { numAffectedRows = 0n } = await sql`
        update auth.passkey set name = ${name} where account_id = ${accountId} and credential_id = ${id}`.execute(
        db,
      );
      return numAffectedRows > 0n;
    },
    async remove(accountId, id) {
      const { numAffectedRows = 0n } = await sql`
        delete from auth.passkey where account_id = ${accountId} and credential_id = ${id}`.execute(db);
      return numAffectedRows > 0n;
    },
    async removeAll(accountId) {
      await sql`delete from auth.passkey where account_id = ${accountId}`.execute(db);
    },
  };
}

const purposeOf = (purpose: 'sign-in' | { readonly show: string }): Purpose =>
  purpose === 'sign-in' ? purpose : `show/${purpose.show}`;

/** The library says what was wrong in words for developers; whoever asks is told that it was not taken. */
function asWrong(): never {
  throw wrong();
}

/** What the browser signed; the library has parsed the same bytes before. */
function challengeOf(answer: unknown): string {
  const { response } = answer as { response: { clientDataJSON: string } };
  const data = JSON.parse(Buffer.from(response.clientDataJSON, 'base64url').toString('utf8')) as {
    challenge: string;
  };
  return data.challenge;
}

const bytesOf = (uuid: string) => Uint8Array.from(Buffer.from(uuid.replaceAll('-', ''), 'hex'));
