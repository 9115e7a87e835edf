import type { AreaTx } from '#kernel/db/area-tx.ts';
import { type Count, countAll } from '#kernel/personal-data/count.ts';
import type { PersonalData } from '#kernel/personal-data/declaration.ts';
import type { RowSet } from '#kernel/personal-data/rows.ts';
import { loadSettings } from '#kernel/settings/server/store.ts';
import { settingAt } from '#kernel/settings/setting.ts';
import type { KindView } from '../contract/queries.ts';
import type { Expired } from '../domain/state.ts';

const DAY_MS = 24 * 3_600_000;

/** Of these kinds, what is past its time; null for a kind without a term of its own. Unknown kinds are left out. */
export async function expiredOf(
  tx: AreaTx,
  declared: readonly PersonalData[],
  kinds: readonly string[],
  now: number,
): Promise<Map<string, Expired | null>> {
  const found = new Map<string, Expired | null>();
  if (kinds.length === 0) return found;
  const values = await loadSettings(tx);
  for (const { kind, keeping } of declared) {
    if (!kinds.includes(kind)) continue;
    if (!('setting' in keeping)) {
      found.set(kind, null);
      continue;
    }
    const before = now - settingAt(keeping.setting, values, now).value * DAY_MS;
    found.set(kind, { before, rows: await countAll(tx, keeping.expired(tx, before)) });
  }
  return found;
}

/** As a screen counts, or as a paper does. */
type Counting = (tx: AreaTx, sets: readonly RowSet[]) => Promise<Count>;

/** Every declared kind as it stands: rows, term, what is past it, when the next comes to it. */
export async function kindViews(
  tx: AreaTx,
  declared: readonly PersonalData[],
  now: number,
  count: Counting,
): Promise<KindView[]> {
  const values = await loadSettings(tx);
  const views: KindView[] = [];
  for (const data of declared) {
    const { kind, sensitive, name, purpose, seenBy, bases } = data;
    const shown = { kind, sensitive, name, purpose, seenBy, bases: [...bases] };
    views.push({
      ...shown,
      ...(await count(tx, data.rows)),
      keeping: await keepingView(tx, data, values, now, count),
    });
  }
  return views;
}

async function keepingView(
  tx: AreaTx,
  { keeping }: PersonalData,
  values: Awaited<ReturnType<typeof loadSettings>>,
  now: number,
  count: Counting,
): Promise<KindView['keeping']> {
  if (!('setting' in keeping)) return keeping;
  const { setting, counted } = keeping;
  const { value: days } = settingAt(setting, values, now);
  const before = now - days * DAY_MS;
  const oldest = await keeping.oldest(tx);
  const expired = await count(tx, keeping.expired(tx, before));
  return {
    setting: setting.key,
    days,
    counted,
    expired: expired.rows,
    expiredMore: expired.more,
    next: oldest === null ? null : oldest + days * DAY_MS,
  };
}
