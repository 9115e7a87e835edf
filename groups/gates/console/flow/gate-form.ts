import type { GatesBodies } from '../../contract/commands.ts';
import type { GateView } from '../../contract/queries.ts';
import type { LaneDirection } from '../../contract/rows.ts';
import { minuteOf, minuteText } from './day.ts';

/** A gate as its form holds it. */
export interface GateFields {
  readonly name: string;
  readonly compoundId: string;
  readonly hours: 'all-day' | 'some';
  /** `06:30`; only with `hours` some. */
  readonly from?: string;
  readonly until?: string;
  readonly lanes: readonly {
    /** Absent on one that is new. */
    readonly laneId?: string;
    readonly name: string;
    readonly direction: LaneDirection;
  }[];
}

export const fieldsOf = ({ name, compoundId, openFrom, openUntil, lanes }: GateView): GateFields => ({
  name,
  compoundId,
  hours: openFrom === null ? 'all-day' : 'some',
  ...(openFrom !== null &&
    openUntil !== null && { from: minuteText(openFrom), until: minuteText(openUntil) }),
  lanes,
});

/** @returns null while the hours are half filled in */
export function gateBody(
  gateId: string,
  fields: GateFields,
  newId: () => string,
): GatesBodies['gates.change-gate'] | null {
  const isSome = fields.hours === 'some';
  const openFrom = isSome ? minuteOf(fields.from ?? '') : null;
  const openUntil = isSome ? minuteOf(fields.until ?? '') : null;
  if (isSome && (openFrom === null || openUntil === null)) return null;
  const lanes = fields.lanes.map(({ laneId, name, direction }) => ({
    laneId: laneId ?? newId(),
    name: name.trim(),
    direction,
  }));
  return { gateId, name: fields.name.trim(), openFrom, openUntil, lanes };
}
