/** A pair has no order: the smaller id first. */
export const sortedPair = (a: string, b: string): readonly [string, string] => (a < b ? [a, b] : [b, a]);
