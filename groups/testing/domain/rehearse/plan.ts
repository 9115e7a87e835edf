/** A planned day to be rehearsed. Times are seconds after its beginning. */
export interface DayPlan {
  /** People called up together; they come one by one, at random, within their slot. */
  readonly slots: readonly { readonly from: number; readonly until: number; readonly people: number }[];
  /** Each lane with the times it is not at work. */
  readonly lanes: readonly LaneHours[];
  /** Persons in a tube; 1: single sampling. */
  readonly ratio: number;
  /** How long a person takes at the lane. */
  readonly service: ServiceTime;
  /** Closing a tube and taking the next one, seconds; with single sampling it is part of the person's own time. */
  readonly tubeChange: number;
  /** The same seed rehearses the same day. */
  readonly seed: number;
}

export interface LaneHours {
  /** Works from here on; a lane goes on until nobody waits. */
  readonly from: number;
  readonly breaks: readonly { readonly from: number; readonly until: number }[];
}

export type ServiceTime =
  /** Spread as a service usually is when nothing is measured, around its mean. */
  | { readonly kind: 'mean'; readonly seconds: number }
  /** Drawn from what earlier rounds took, seconds. */
  | { readonly kind: 'measured'; readonly seconds: readonly number[] };

export interface Rehearsal {
  /** Seconds. */
  readonly longestWait: number;
  readonly meanWait: number;
  /** Nine of ten wait no longer. */
  readonly ninetiethWait: number;
  /** Seconds after the beginning when the last person is done; 0 when nobody comes. */
  readonly finishedAt: number;
  readonly people: number;
  /** Who stands in line at each full minute, as far as the day goes. */
  readonly queue: readonly number[];
  readonly longestQueue: number;
  /** Share of the lanes' open time in which somebody stood at them, 0–1. */
  readonly busy: number;
}
