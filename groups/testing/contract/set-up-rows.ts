/** The parts of a sampling site, in the order people walk through them. */
export const SET_UP_PARTS = ['entrance', 'waiting', 'sampling', 'buffer', 'isolation', 'waste'] as const;
export type SetUpPart = (typeof SET_UP_PARTS)[number];

/** Points proposed where an area has no list of its own; their words and sources stand in `messages/set-up-points.ts`. */
export const STANDARD_POINTS = [
  { standard: 'one-way', part: 'entrance', wantsPhoto: true },
  { standard: 'signs', part: 'entrance', wantsPhoto: false },
  { standard: 'distance', part: 'waiting', wantsPhoto: true },
  { standard: 'shelter', part: 'waiting', wantsPhoto: false },
  { standard: 'tables', part: 'sampling', wantsPhoto: true },
  { standard: 'hands', part: 'sampling', wantsPhoto: false },
  { standard: 'first-hour', part: 'sampling', wantsPhoto: false },
  { standard: 'phones', part: 'sampling', wantsPhoto: false },
  { standard: 'changing', part: 'buffer', wantsPhoto: false },
  { standard: 'room', part: 'isolation', wantsPhoto: true },
  { standard: 'bags', part: 'waste', wantsPhoto: true },
  { standard: 'keeping', part: 'waste', wantsPhoto: false },
] as const satisfies readonly { standard: string; part: SetUpPart; wantsPhoto: boolean }[];
export type StandardPoint = (typeof STANDARD_POINTS)[number]['standard'];
export const STANDARDS: readonly StandardPoint[] = STANDARD_POINTS.map(({ standard }) => standard);

/** A point of a site's list, as the leader set it for the round. */
export interface SetUpPoint {
  readonly id: string;
  readonly roundId: string;
  readonly siteId: string;
  readonly part: SetUpPart;
  /** Which standard point it is; null for one of the area's own. */
  readonly standard: StandardPoint | null;
  /** Empty: the standard's words, in the reader's language. */
  readonly name: string;
  readonly wantsPhoto: boolean;
  readonly sort: number;
  /** Taken off the list; what was said of it stays. */
  readonly removedAt: number | null;
  readonly version: number;
}

/** `reopened`: said by mistake, or it stands no more. */
export const CHECK_OUTCOMES = ['done', 'not-possible', 'reopened'] as const;
export type CheckOutcome = (typeof CHECK_OUTCOMES)[number];

/** What somebody at the site said of a point. A correction is another row; the latest by its own time counts. */
export interface SetUpCheck {
  readonly id: string;
  readonly roundId: string;
  readonly siteId: string;
  readonly pointId: string;
  readonly outcome: CheckOutcome;
  /** Why it is not possible, or what else is to be said. */
  readonly note: string;
  /** A photo, `kernel/files`. */
  readonly fileId: string | null;
  readonly at: number;
  readonly by: string;
  readonly version: number;
}
