import type { FastifyRequest } from 'fastify';
import type { AccountsHouse } from '#core/accounts/module.ts';
import { GRANT_SOURCES, loadActors } from '#core/accounts/module.ts';
import type { Actor } from '#kernel/access/access.ts';
import { commandProblems } from '#kernel/command/problems.ts';
import { readArea } from '#kernel/command/server/area.ts';
import type { KeyRing } from '#kernel/crypto/key-ring.ts';
import type { Database } from '#kernel/db/pool.ts';
import { inArea } from '#kernel/db/transaction.ts';
import { ProblemError } from '#kernel/problem/problem.ts';
import { isUuid } from '#kernel/time-id/uuid.ts';
import { Gathered } from '#kernel/together/gathered.ts';
import { SharedReads } from '#kernel/together/shared-reads.ts';
import type { Identity } from './host.ts';

const MOST_KNOWN = 10_000;

/** Which area a request is about: the address says it, or for queries the header. */
export const AREA_HEADER = 'x-concerto-area';

/** Sessions and grants of accounts, in the shape the house asks for. */
export function identityOf(accounts: AccountsHouse, db: Database, ring: KeyRing): Identity {
  const known = new Map<string, string | null>();
  const looks = new SharedReads<string | null>();
  // What an area stands in for never changes.
  const practisesFor: Identity['practisesFor'] = async (areaId) => {
    const remembered = known.get(areaId);
    if (remembered !== undefined) return remembered;
    const real = await looks.ask(areaId, async () => {
      const area = await inArea(db, areaId, await ring.of(areaId), readArea, { readOnly: true });
      return area?.practisesFor ?? null;
    });
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(areaId, real);
    return real;
  };
  const placeOf: Identity['placeOf'] = async (request) => {
    const areaId = areaOf(request);
    const { memberId } = await accounts.placeIn(request.headers, areaId);
    const real = await practisesFor(areaId);
    // Whoever has left the real area has left its practice too.
    if (real !== null) await accounts.placeIn(request.headers, real);
    return { areaId, memberId };
  };
  const grants = new Gathered<string, Actor>(async (areaId, memberIds) =>
    inArea(db, areaId, await ring.of(areaId), (tx) => loadActors(tx, memberIds), { readOnly: true }),
  );
  return {
    placeOf,
    practisesFor,
    loadActors,
    grantSources: GRANT_SOURCES,
    committed: accounts.committed,
    async requireStepUp(request) {
      // Nobody real is in a practice area.
      if ((await practisesFor(areaOf(request))) === null) await accounts.requireStepUp(request.headers);
    },
    async whoAsks(request) {
      const { areaId, memberId } = await placeOf(request);
      const actor = (await grants.ask(areaId, memberId)) ?? { id: memberId, grants: [] };
      return { areaId, actor, deviceId: null };
    },
  };
}

function areaOf(request: FastifyRequest): string {
  const named = namedArea(request);
  if (!isUuid(named)) throw new ProblemError(commandProblems['unknown-area']);
  return named;
}

/** What a request names as its area, be it one or not. */
export function namedArea(request: FastifyRequest): unknown {
  const { areaId } = request.params as { areaId?: unknown };
  return areaId ?? request.headers[AREA_HEADER];
}
