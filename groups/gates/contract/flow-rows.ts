/** One look at one person's passages: its id is its command's. */
export interface PersonLook {
  readonly id: string;
  readonly residentId: string;
  readonly reason: string;
  /** Epoch ms. */
  readonly at: number;
  readonly by: string;
  readonly version: number;
}
