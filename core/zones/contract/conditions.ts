import type { QueryContext } from '#kernel/query/context.ts';
import type { Said } from '#kernel/ui/text.ts';
import type { Consequence } from './consequences.ts';
import type { PlacesInStatus } from './readers.ts';

/**
 * What must be so before a status is stepped down, e.g. the latest round complete. A module lists one where it is
 * mounted; a person sees what is missing before deciding, and may decide all the same.
 */
export interface StepCondition {
  /** Whose condition it is, as its page is called. */
  readonly name: Said;
  /** @returns what is missing at these places, each in plain words; nothing where the condition is met or not asked for */
  unmet(tx: QueryContext['tx'], places: PlacesInStatus, at: number): Promise<readonly Consequence[]>;
}
