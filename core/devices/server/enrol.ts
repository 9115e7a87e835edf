import type { FastifyInstance } from 'fastify';
import { derivedUuid } from '#kernel/command/server/derived-uuid.ts';
import { sealedBoxes } from '#kernel/crypto/sealed-box.ts';
import type { Caller, Host } from '#kernel/host.ts';
import { ProblemError } from '#kernel/problem/problem.ts';
import { uuidv7 } from '#kernel/time-id/uuid.ts';
import { type EnrolView, enrolBody, paths } from '../contract/http.ts';
import { devicesProblems as p } from '../contract/problems.ts';
import { loadDevices, loadKeys } from './store.ts';

/** A signed-in member makes the key of this device known. Asking again answers the same. */
export function enrolRoute(app: FastifyInstance, host: Host): void {
  app.post(paths.enrol(':areaId'), async (request): Promise<EnrolView> => {
    const caller = await host.whoAsks(request);
    const parsed = enrolBody.safeParse(request.body);
    if (!parsed.success) {
      // Only the field: what stands in it is the client's text.
      throw new ProblemError(p['bad-request'], { field: String(parsed.error.issues[0]?.path[0] ?? '') });
    }
    const { areaId, actor } = caller;
    const key = `${areaId}/${parsed.data.deviceId}/${actor.id}/${parsed.data.publicKey}`;
    const body = { ...parsed.data, keyId: derivedUuid(key) };
    const known = await host.read(areaId, async (tx) => {
      const [device] = await loadDevices(tx, [body.deviceId]);
      if ((device?.revokedAt ?? null) !== null) throw new ProblemError(p.revoked);
      const [found] = await loadKeys(tx, { ids: [body.keyId] });
      return found?.endedAt === null;
    });
    if (!known) await submit(host, caller, body);
    const { id, publicKey } = await host.read(areaId, async (tx) => sealedBoxes(tx.keys).sealTo);
    return { keyId: body.keyId, sealTo: { id, publicKey: publicKey.toString('base64url') } };
  });
}

/** Throws the problem it was refused with. */
async function submit(
  host: Host,
  caller: Caller,
  body: object & { readonly deviceId: string },
): Promise<void> {
  const claimedAt = host.clock.now();
  const envelope = {
    id: uuidv7(claimedAt),
    kind: 'devices.enrol',
    v: 1,
    claimedAt,
    actorId: caller.actor.id,
    body,
  };
  const [answer] = await host.submit(caller.areaId, [envelope], { ...caller, deviceId: body.deviceId });
  const [refused] = answer?.first === 'refused' ? answer.problems : [];
  if (!refused) return;
  const own = Object.values(p).find((kind) => kind.code === refused.code);
  throw new ProblemError(own ?? { code: refused.code, number: refused.number, status: 403 }, refused.details);
}
