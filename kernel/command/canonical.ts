/** Deeper than any command; what is nested beyond has no canonical form. */
export const MOST_NESTED = 64;

/**
 * JSON with sorted keys and without undefined members (after RFC 8785, for the values commands are made of), so that
 * the same command gives the same bytes whoever wrote them down.
 * @throws RangeError when it is nested more than `MOST_NESTED` deep
 */
export function canonicalJson(value: unknown, left = MOST_NESTED): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  if (left === 0) throw new RangeError('nested too deep');
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item, left - 1)).join(',')}]`;
  const entries = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member, left - 1)}`);
  return `{${entries.join(',')}}`;
}
