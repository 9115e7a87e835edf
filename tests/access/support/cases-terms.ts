import type { Client } from '#apps/server/testing-server.ts';
import { PROTOCOL, type PullResponse } from '#kernel/sync/protocol.ts';
import { DECLARED_TERMS, type DeclaredTerm } from './declared-terms.ts';
import { grantsBy, mayBy } from './persons.ts';
import type { Stand } from './stand.ts';
import { inParallel, patiently, type Tally } from './tally.ts';

/** What each phone is given to hold, and who hears that there is something new. */
export async function tryTerms(stand: Stand, tally: Tally): Promise<void> {
  const { actors, foreign, dual, stranger } = stand;
  await inParallel(actors, async (actor) => {
    const { client } = actor;
    if (actor.left) {
      await refused(tally, client, actor.name, 403, 'own area');
    } else {
      const grants = grantsBy(actor, 'now');
      await held(stand, tally, client, actor.name, grants);
    }
    await refused(tally, client.at(foreign.areaId, client.memberId), actor.name, 403, 'other area');
  });
  await held(stand, tally, dual, 'volunteer there', ['role:volunteer']);
  await refused(tally, stranger, 'a stranger', 401, 'no session');
}

async function held(stand: Stand, tally: Tally, client: Client, who: string, grants: readonly string[]) {
  const { terms } = await pull(client);
  const named = (terms ?? []).map(({ term }) => term);
  const undeclared = named.filter((term) => declared(term) === null);
  tally.add('term', 'undeclared', who, 'refused', undeclared.length === 0, undeclared);
  for (const [name, rule] of Object.entries(DECLARED_TERMS)) {
    const may = mayHold(stand, rule, grants);
    const got = named.filter((term) => declared(term) === name);
    tally.add('term', name, who, may ? 'allowed' : 'refused', may === got.length > 0, got);
  }
  const { status, opened } = await listen(client);
  tally.add('push channel', 'live', who, 'allowed', opened, status);
}

async function refused(tally: Tally, client: Client, who: string, status: number, where: string) {
  const answer = await pull(client);
  for (const name of Object.keys(DECLARED_TERMS)) {
    tally.add(
      where === 'own area' ? 'term' : `term, ${where}`,
      name,
      who,
      'refused',
      answer.status === status && !answer.terms,
      answer,
    );
  }
  const live = await listen(client);
  tally.add(
    where === 'own area' ? 'push channel' : `push channel, ${where}`,
    'live',
    who,
    'refused',
    live.status === status,
    live,
  );
}

const declared = (term: string): string | null =>
  Object.keys(DECLARED_TERMS).find((name) => term === name || term.startsWith(`${name}/`)) ?? null;

function mayHold({ house }: Stand, rule: DeclaredTerm, grants: readonly string[]): boolean {
  if ('action' in rule) return mayBy(house.host.rules[rule.action] ?? [], grants);
  if ('grants' in rule) return mayBy(rule.grants, grants);
  return rule.own === 'any standing' && grants.length > 0;
}

async function pull(client: Client): Promise<{ status: number; terms?: PullResponse['terms'] }> {
  const request = { protocol: PROTOCOL, deviceId: client.deviceId, held: {}, pending: 0 };
  const response = await patiently(() => client.post(`/api/areas/${client.areaId}/pull`, request));
  const { terms } = (await response.json()) as Partial<PullResponse>;
  return { status: response.status, ...(terms && { terms }) };
}

/** Opens the stream and hangs up at its first word. */
async function listen(client: Client): Promise<{ status: number; opened: boolean }> {
  const hangUp = new AbortController();
  const response = await client.fetch(`/api/areas/${client.areaId}/live`, { signal: hangUp.signal });
  const opened = response.headers.get('content-type') === 'text/event-stream';
  if (opened) hangUp.abort();
  else await response.text();
  return { status: response.status, opened };
}
