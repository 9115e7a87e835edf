import { sql } from 'kysely';
import type { CommandEnvelope } from '#kernel/command/command.ts';
import { LOG_CONTEXT } from '#kernel/command/server/run-batch.ts';
import { signedText } from '#kernel/command/signed-text.ts';
import { isSignedBy } from '#kernel/crypto/author-signature.ts';
import type { AreaTx } from '#kernel/db/area-tx.ts';

export interface SignatureCount {
  /** Commands whose signature is that of a key of their author on their device. */
  readonly verified: number;
  /** Signed, and no key of that author on that device was ever enrolled. */
  readonly unknown: number;
  /** Signed by none of them: the log was altered, or the phone signed something else than it sent. */
  readonly wrong: number;
}

interface Logged {
  readonly version: number;
  readonly actorId: string;
  readonly deviceId: string;
  readonly sealed: Buffer;
}

const AT_ONCE = 500;

/** Holds every signature of the area's log against the enrolled keys. Reads the whole log: for the command line. */
export async function verifySignatures(tx: AreaTx): Promise<SignatureCount> {
  const keys = await keysByHolder(tx);
  const count = { verified: 0, unknown: 0, wrong: 0 };
  let after = 0;
  for (;;) {
    const { rows } = await sql<Logged>`
      select version, actor_id, device_id, sealed from kernel.command_log
      where area_id = ${tx.areaId} and version > ${after} and device_id is not null
      order by version limit ${AT_ONCE}`.execute(tx.db);
    for (const row of rows) {
      const { envelope } = JSON.parse(tx.keys.open(row.sealed, LOG_CONTEXT)) as { envelope: CommandEnvelope };
      if (typeof envelope?.signature !== 'string') continue;
      count[judge(envelope, tx.areaId, keys.get(`${row.deviceId}/${row.actorId}`) ?? [])] += 1;
    }
    const last = rows.at(-1);
    if (!last) return count;
    after = last.version;
  }
}

function judge(
  { signature = '', ...signed }: CommandEnvelope,
  areaId: string,
  keys: readonly Buffer[],
): keyof SignatureCount {
  if (keys.length === 0) return 'unknown';
  const text = signedText(signed, areaId);
  return keys.some((key) => isSignedBy(text, signature, key)) ? 'verified' : 'wrong';
}

async function keysByHolder(tx: AreaTx): Promise<ReadonlyMap<string, readonly Buffer[]>> {
  const { rows } = await sql<{ holder: string; publicKey: string }>`
    select device_id::text || '/' || member_id::text as holder, public_key
    from devices.author_key where area_id = ${tx.areaId}`.execute(tx.db);
  const keys = new Map<string, Buffer[]>();
  for (const { holder, publicKey } of rows) {
    const held = keys.get(holder) ?? [];
    keys.set(holder, [...held, Buffer.from(publicKey, 'base64url')]);
  }
  return keys;
}
