import type { AreaTx } from '#kernel/db/area-tx.ts';
import type { SignedPass } from '../contract/queries.ts';
import { detailOf, holderIdOf } from '../domain/detail.ts';
import { passKey } from '../domain/rolling.ts';
import type { PassesDoors } from './doors.ts';
import { holderNames } from './holder-names.ts';
import { rollingSecret } from './rolling-secrets.ts';
import { compoundNames, passesByIds } from './store.ts';
import type { PassRecord } from './tables.ts';

/**
 * The texts of passes, in the order asked for. They are kept nowhere: each is signed with the key in use when it is
 * printed or shown, so that after a change of keys nothing has to be rewritten. Revoked ones and those that are over
 * are left out.
 * @throws `codes.no-key` when the area has none in use
 */
export async function readSigned(
  tx: AreaTx,
  doors: PassesDoors,
  passIds: readonly string[],
  now: number,
): Promise<SignedPass[]> {
  const found = new Map((await passesByIds(tx, passIds)).map((row) => [row.id, row]));
  const passes = passIds
    .flatMap((id) => found.get(id) ?? [])
    .filter(({ revokedAt, validUntil }) => revokedAt === null && validUntil > now);
  const texts = await signPasses(tx, doors, passes, now);
  const nameOf = await holderNames(tx, doors, passes);
  const compounds = await compoundNames(tx);
  return passes.map((pass, i) => {
    const { id, kind, form, quota, plate, validFrom, validUntil } = pass;
    const { holder, place } = nameOf(pass);
    return {
      id,
      kind,
      form,
      quota,
      holder,
      place,
      plate,
      compounds: pass.compoundIds.map((compoundId) => compounds.get(compoundId) ?? ''),
      validFrom,
      validUntil,
      text: texts[i] ?? '',
      rollingKey: form === 'phone' ? rollingKeyOf(tx, id, now) : null,
    };
  });
}

export const signPasses = (
  tx: AreaTx,
  { sign }: PassesDoors,
  passes: readonly PassRecord[],
  now: number,
): Promise<string[]> =>
  sign(
    tx,
    passes.map((pass) => ({
      kind: 'pass',
      subjectId: pass.id,
      notBefore: pass.validFrom,
      expiresAt: pass.validUntil,
      more: { detail: detailOf({ ...pass }), holderId: holderIdOf(pass) },
    })),
    now,
  );

/** The secret of the text that was signed then, hex. */
export const rollingKeyOf = (tx: AreaTx, passId: string, signedAt: number): string =>
  Buffer.from(passKey(rollingSecret(tx), passId, signedAt)).toString('hex');
