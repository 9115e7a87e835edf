import { makeAuthorPair } from '#kernel/vault/author-key.ts';
import { random, toBase64url } from '#kernel/vault/bytes.ts';
import { OpenVault } from '#kernel/vault/open-vault.ts';

/** As an unlocked phone has them: rows encrypted, commands signed and sealed twice. */
export async function vaultKeys() {
  const secret = { dataKey: random(32), author: await makeAuthorPair() };
  const place = { id: 'bench/an', areaId: 'bench', memberId: 'an' };
  const vault = await OpenVault.from(place, secret, null);
  const server = await crypto.subtle.generateKey({ name: 'X25519' }, true, ['deriveBits']);
  if (!('publicKey' in server)) throw new Error('no pair');
  const publicKey = toBase64url(new Uint8Array(await crypto.subtle.exportKey('raw', server.publicKey)));
  const enrolment = { keyId: 'key', sealTo: { id: 'seal', publicKey } };
  return { codec: vault.codec(), sealer: vault.sealer('bench', 'device', () => enrolment) };
}
