import type { QueryContext } from '#kernel/query/context.ts';
import type { Said } from '#kernel/ui/text.ts';
import type { ZoneStatus } from './rows.ts';

type Tx = QueryContext['tx'];

/** A building or an entrance as its residents' page is asked for it. */
export interface ResidentPlace {
  /** Itself and what it lies in, nearest first: what somebody who lives there follows. */
  readonly path: readonly string[];
  readonly status: ZoneStatus;
}

/** Plain words for residents, with the area's own numbers in them. Never a name, never a reason. */
export interface ResidentLines {
  readonly may: readonly Said[];
  readonly must: readonly { readonly what: Said; readonly when: Said | null }[];
}

/**
 * What a module tells the residents of a place that they may and must do today. A module lists one where the
 * residents' page is put together; zones asks each of them and knows none.
 */
export interface ResidentWords {
  /** @param at epoch ms */
  words(tx: Tx, place: ResidentPlace, at: number): Promise<ResidentLines>;
}

/** Everything the residents' page says of a place. */
export interface ResidentView extends ResidentLines {
  /** `清源小区 2号 1单元` */
  readonly place: string;
  readonly status: ZoneStatus;
  /** When it began, epoch ms; null where nothing was declared. */
  readonly since: number | null;
  /** What follows if nothing new comes; `normal`: it is lifted. */
  readonly step: { readonly to: ZoneStatus; readonly due: number } | null;
  /** Entrances where something else holds: who lives there follows that. */
  readonly apart: readonly { readonly id: string; readonly label: string }[];
}

/** A compound with its buildings, to choose one's own from. */
export interface ResidentChoice {
  readonly compound: string;
  readonly buildings: readonly { readonly id: string; readonly label: string }[];
}
