import { sql } from 'kysely';
import { can } from '#kernel/access/access.ts';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import type { SyncSource } from '#kernel/sync/module.ts';
import type { CollectionDelta, PulledRow } from '#kernel/sync/protocol.ts';
import { actions, rules } from '../contract/access.ts';
import type { KnownPass } from '../contract/rows.ts';
import { ALL_TERM, COLLECTIONS, MINE_TERM, type MyPass, type RollingSecret } from '../contract/sync.ts';
import { weekBegin, weekOf } from '../domain/week.ts';
import type { PassesDoors } from './doors.ts';
import { rollingKeyOf, signPasses } from './read-signed.ts';
import { rollingSecrets } from './rolling-secrets.ts';
import { passesOfMember, selectPasses, settingsSince } from './store.ts';
import { type PassRecord, toMasked } from './tables.ts';

const DAY = 86_400_000;

/** Every pass of the area, for whoever stands at a gate now or leads the group. */
export const allPasses: SyncSource = {
  name: ALL_TERM,
  terms: async (_tx, actor, at) => (can(rules, actor, actions.view, at) ? [`${ALL_TERM}/${weekOf(at)}`] : []),
  async delta(tx, _actor, term, since) {
    const begin = weekBegin(numberIn(term));
    const passes = await selectPasses(
      tx,
      sql`p.version > ${since} and p.valid_until > ${new Date(begin)} order by p.version, p.id`,
    );
    // A pass handed out after the area's keys were rotated is a changed row: the new secret comes with it.
    const secrets = since === 0 || passes.length > 0 ? secretRows(tx) : [];
    return {
      [COLLECTIONS.pass]: only(passes.map(asOnPhones)),
      [COLLECTIONS.rolling]: only(secrets),
      [COLLECTIONS.setting]: only(await settingsSince(tx, since)),
    };
  },
};

/** One's own passes, signed for the screen; anew each day, so that a phone that syncs has one of the key in use. */
export const minePasses = (doors: PassesDoors): SyncSource => ({
  name: MINE_TERM,
  async terms(tx, actor, at) {
    const mine = await passesOfMember(tx, actor.id, at);
    return mine.length === 0 ? [] : [`${MINE_TERM}/${Math.floor(at / DAY)}`];
  },
  async delta(tx, actor, term, since) {
    const day = numberIn(term) * DAY;
    const mine = await passesOfMember(tx, actor.id, day);
    const changed = mine.filter(({ version }) => version > since);
    if (changed.length === 0) return { [COLLECTIONS.mine]: only([]) };
    // Within the key in use, whatever the hour: the youngest, or the day's begin where that is later; and not before a
    // renewal, or it would be of the old ones.
    const keys = await doors.keys(tx);
    const now = Math.max(
      day,
      ...keys.map(({ validFrom }) => validFrom),
      ...changed.map(({ renewedAt }) => renewedAt ?? 0),
    );
    const texts = await signPasses(tx, doors, changed, now);
    return {
      [COLLECTIONS.mine]: only(
        changed.map((pass, i) => myPass(tx, pass, { text: texts[i] ?? '', signedAt: now })),
      ),
    };
  },
});

function myPass(
  tx: AreaTx,
  pass: PassRecord,
  { text, signedAt }: { readonly text: string; readonly signedAt: number },
): MyPass {
  const { id, kind, form, validFrom, validUntil, suspendedAt, version } = pass;
  const rollingKey = form === 'phone' ? rollingKeyOf(tx, id, signedAt) : null;
  return { id, kind, form, validFrom, validUntil, suspendedAt, text, rollingKey, version };
}

const numberIn = (term: string): number => Number(term.slice(term.indexOf('/') + 1));

const secretRows = (tx: AreaTx): RollingSecret[] =>
  rollingSecrets(tx).map((secret, i) => ({ id: String(i + 1), secret: secret.toString('hex'), version: 0 }));

function asOnPhones(record: PassRecord): KnownPass {
  const { note: _, printedAt: __, issuedAt: ___, ...pass } = toMasked(record);
  return pass;
}

const only = (rows: readonly object[]): CollectionDelta => ({
  rows: rows as readonly PulledRow[],
  gone: [],
});
