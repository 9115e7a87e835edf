import { hashToken, mintToken, type Role } from '#core/accounts/contract.ts';
import type { EnrolView } from '#core/devices/contract.ts';
import { AuthorKeyPair, type SealedWith, sealedEntry } from '#core/devices/testing/phone.ts';
import { SmallArea } from '#core/people/testing/small-area.ts';
import type { Answer, CommandEnvelope } from '#kernel/command/command.ts';
import { PROTOCOL, type PushResponse, type RelayEntry } from '#kernel/sync/protocol.ts';
import { uuidv7 } from '#kernel/time-id/uuid.ts';
import { type Client, clientOf, type TestServer } from './testing-server.ts';

let phones = 19_900_001_000;

/** Somebody comes in by an invitation, with a session. */
export async function join(server: TestServer, secretary: Client, role: Role = 'deputy'): Promise<Client> {
  const token = mintToken(secretary.areaId);
  const invitation = {
    invitationId: uuidv7(Date.now()),
    tokenHash: await hashToken(token),
    role,
    group: 'testing',
    name: null,
    expiresAt: Date.now() + 3_600_000,
  };
  await done(secretary.push([secretary.envelope('accounts.invite', invitation)]));
  const response = await fetch(`${server.address}/api/join/${token}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      memberId: uuidv7(Date.now()),
      name: '赵晓梅',
      phone: String(phones++),
      pin: '864209',
    }),
  });
  return clientOf(server.address, response);
}

export async function answersOf(response: Promise<Response>): Promise<readonly Answer[]> {
  const answered = await response;
  if (!answered.ok) throw new Error(`answered ${answered.status}: ${await answered.text()}`);
  return ((await answered.json()) as PushResponse).answers;
}

export async function done(response: Promise<Response>): Promise<void> {
  for (const { first, problems } of await answersOf(response)) {
    if (first !== 'done') throw new Error(`${first}: ${problems.map((p) => p.code).join()}`);
  }
}

/** One resident at a door, to tell something of: whoever leads may say that somebody is away. */
export async function oneResident(secretary: Client): Promise<string> {
  const ids = { next: () => uuidv7(Date.now()) };
  const area = new SmallArea((kind, body) => done(secretary.push([secretary.envelope(kind, body)])), ids);
  return area.resident(await area.dwelling(await area.building(await area.compound())));
}

/** An author on a phone, with a key the server knows. */
export class Author {
  readonly keys = new AuthorKeyPair();

  private constructor(
    readonly client: Client,
    readonly deviceId: string,
    readonly enrolment: EnrolView,
  ) {}

  static async on(deviceId: string, client: Client): Promise<Author> {
    const draft = new Author(client, deviceId, { keyId: '', sealTo: { id: '', publicKey: '' } });
    const response = await client.post(`/api/areas/${client.areaId}/devices/enrol`, {
      deviceId,
      publicKey: draft.keys.publicKey,
      appVersion: '0.1.0',
      platform: 'Android · Chrome 120',
    });
    if (!response.ok) throw new Error(`enrolling answered ${response.status}`);
    return Object.assign(draft, { enrolment: (await response.json()) as EnrolView });
  }

  /** A fact of the field, signed on this phone. */
  away(residentId: string, claimedAt = Date.now(), away = true): CommandEnvelope {
    return this.signed('people.set-away', { residentId, away, reason: '' }, claimedAt);
  }

  signed(kind: string, body: unknown, claimedAt = Date.now()): CommandEnvelope {
    const { memberId: actorId, areaId } = this.client;
    return this.keys.sign({ id: uuidv7(Date.now()), kind, v: 1, claimedAt, actorId, body }, areaId);
  }

  entry(envelope: CommandEnvelope, change: Partial<SealedWith> = {}): RelayEntry {
    const { keyId, sealTo } = this.enrolment;
    const { areaId } = this.client;
    return sealedEntry(envelope, {
      areaId,
      sealTo: sealTo.publicKey,
      keyId,
      deviceId: this.deviceId,
      ...change,
    });
  }
}

/** What a phone brings without any session. */
export function relay(
  server: TestServer,
  areaId: string,
  deviceId: string,
  entries: readonly RelayEntry[],
): Promise<Response> {
  return fetch(`${server.address}/api/areas/${areaId}/relay`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ protocol: PROTOCOL, deviceId, entries }),
  });
}
