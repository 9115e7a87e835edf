/** One look at the full names of everybody inside a building: its id is its command's. */
export interface InsideLook {
  readonly id: string;
  readonly buildingId: string;
  readonly reason: string;
  /** How many names it opened; null of looks made before this was kept. */
  readonly people: number | null;
  readonly at: number;
  readonly by: string;
  readonly version: number;
}
