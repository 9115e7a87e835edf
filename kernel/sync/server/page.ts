import type { CollectionDelta, PulledRow, TermDelta } from '../protocol.ts';

/** Rows of one term in one answer: some 2 MB of JSON, which a slow phone takes in and encrypts in about a second. */
export const PAGE_ROWS = 5_000;

/** By columns (`columns.ts`) the same text holds four times as many. */
export const PAGE_ROWS_IN_COLUMNS = 20_000;

export type Page = Pick<TermDelta, 'version' | 'more' | 'collections'>;

/** What the rows were read at. */
export interface Reading {
  /** The device's cursor; 0 where it takes the whole term. */
  readonly since: number;
  /** The area's version. */
  readonly version: number;
  /** Versions below it cannot be cursors. */
  readonly tombstoneFloor: number;
}

/**
 * Cuts what changed to one page: rows by version, as many whole versions as fit, at least one. What one command did
 * to 10,000 rows stays together, so such a page is longer. Ids that are gone carry no version and go out at once.
 */
export function cutPage(
  collections: Readonly<Record<string, CollectionDelta>>,
  { since, version, tombstoneFloor }: Reading,
  limit: number,
): Page {
  // A row without a version of its own, or sent again with an old one, goes with the first page, which so moves on.
  const versionOf = (row: PulledRow): number =>
    typeof row.version === 'number' ? Math.max(row.version, since + 1) : since + 1;
  const versions = Object.values(collections)
    .flatMap(({ rows }) => rows.map(versionOf))
    .sort((a, b) => a - b);
  const cut = Math.max(cutOf(versions, limit), tombstoneFloor);
  const last = versions.at(-1);
  if (last === undefined || last <= cut) return { version, more: false, collections };
  const page = Object.entries(collections).map(([name, { rows, gone }]) => {
    const part = rows.filter((row) => versionOf(row) <= cut).sort((a, b) => versionOf(a) - versionOf(b));
    return [name, { rows: part, gone }] as const;
  });
  return { version: cut, more: true, collections: Object.fromEntries(page) };
}

/** The last version that fits whole; the first where that alone is too long. @param versions ascending */
function cutOf(versions: readonly number[], limit: number): number {
  const fits = versions[limit - 1];
  if (fits === undefined) return Number.POSITIVE_INFINITY;
  if (versions[limit] !== fits) return fits;
  const start = versions.indexOf(fits);
  return versions[start - 1] ?? fits;
}
