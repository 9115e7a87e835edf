interface Counted {
  readonly residents: number;
  readonly away: number;
}

export const sumOf = (buildings: readonly Counted[], what: keyof Counted): number =>
  buildings.reduce((sum, building) => sum + building[what], 0);

interface Works {
  readonly duties: readonly { readonly from: number; readonly until: number }[];
}

/** People with a duty that has begun and is not over; two duties at once are one person. */
export const onDuty = (people: readonly Works[], now: number): number =>
  people.filter(({ duties }) => duties.some(({ from, until }) => from <= now && now < until)).length;
