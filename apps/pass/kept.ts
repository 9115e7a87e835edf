import { unhex } from '#core/codes/domain/signed/ed25519.ts';
import { openSigned } from '#core/codes/domain/signed/payload.ts';
import { decodeDetail, type PassDetail } from '#groups/passes/domain/detail.ts';
import { readLink } from '#groups/passes/domain/link.ts';

/** A pass as this phone keeps it: nothing but what its link brought. */
export interface KeptPass {
  readonly id: string;
  readonly text: string;
  readonly key: Uint8Array;
  readonly detail: PassDetail;
  /** Epoch ms. */
  readonly from: number;
  readonly until: number;
  /** When it was signed, epoch ms: the latest is the one that opens gates. */
  readonly signedAt: number;
}

const STORE = 'concerto.passes';
/** A family's phone holds a few. */
const MOST = 12;

/**
 * Passes of this phone, the latest opened first. One that comes again, extended or signed anew, takes the place of the
 * old, and an old link never that of a new one; those long over go.
 * @param link what stands behind the `#`; anything else than a pass is left out
 */
export function keepPass(link: string, now: number, store: Pick<Storage, 'getItem' | 'setItem'>): KeptPass[] {
  const links = [link, ...known(store)];
  const found = new Map<string, { readonly link: string; readonly pass: KeptPass }>();
  for (const one of links) {
    const pass = passOf(one);
    if (!pass || pass.until <= now - 7 * 86_400_000) continue;
    const other = found.get(pass.id)?.pass;
    if (!other || other.signedAt < pass.signedAt) found.set(pass.id, { link: one, pass });
  }
  const kept = [...found.values()].slice(0, MOST);
  store.setItem(STORE, JSON.stringify(kept.map((one) => one.link)));
  return kept.map(({ pass }) => pass);
}

function known(store: Pick<Storage, 'getItem'>): readonly string[] {
  const list: unknown = JSON.parse(store.getItem(STORE) ?? '[]');
  return Array.isArray(list) ? list.filter((one) => typeof one === 'string') : [];
}

function passOf(link: string): KeptPass | null {
  const read = readLink(link);
  const code = read ? openSigned(read.text) : null;
  const detail = code?.more ? decodeDetail(code.more.detail) : null;
  if (!read || !code || !detail || code.kind !== 'pass') return null;
  const key = unhex(read.rollingKey);
  const { subjectId: id, notBefore: from, expiresAt: until, issuedAt: signedAt } = code;
  return { id, text: read.text, key, detail, from, until, signedAt };
}
