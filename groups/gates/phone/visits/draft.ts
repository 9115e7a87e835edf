import { cleanPlate } from '#core/codes/contract.ts';
import type { Emergency, PassageOutcome } from '../../contract/rows.ts';
import type { VisitKind } from '../../contract/visit-rows.ts';

/** What stands on the screen while somebody waits at the gate. */
export interface VisitDraft {
  readonly kind: VisitKind | null;
  readonly to: Destination | null;
  readonly room: string;
  readonly people: number;
  readonly name: string;
  readonly phoneTail: string;
  readonly plate: string;
}

/** A building, one of its entrances, or `nobody`. */
export type Destination =
  | 'nobody'
  | { readonly buildingId: string; readonly entranceId: string | null; readonly label: string };

export const EMPTY_DRAFT: VisitDraft = {
  kind: null,
  to: null,
  room: '',
  people: 1,
  name: '',
  phoneTail: '',
  plate: '',
};

/** The next of the same kind to the same place: a courier with parcels for one house after the other. */
export const again = ({ kind, to }: VisitDraft): VisitDraft => ({ ...EMPTY_DRAFT, kind, to });

export interface Decided {
  readonly outcome: PassageOutcome;
  readonly rule: string;
  readonly reason: Emergency | null;
}

/**
 * The body of `gates.register-visit`; null while kind or destination are missing.
 * @param ids minted where the command is made
 */
export function registerBody(
  draft: VisitDraft,
  at: { readonly gateId: string; readonly laneId: string | null },
  ids: { readonly visitId: string; readonly passageId: string },
  decided: Decided,
) {
  const { kind, to, room, people, name, phoneTail, plate } = draft;
  if (kind === null || to === null) return null;
  const place =
    to === 'nobody'
      ? { buildingId: null, entranceId: null, room: '' }
      : { buildingId: to.buildingId, entranceId: to.entranceId, room: room.trim() };
  return {
    ...ids,
    ...at,
    kind,
    ...place,
    people,
    name: orNull(name.trim()),
    phoneTail: /^\d{4}$/.test(phoneTail) ? phoneTail : null,
    plate: orNull(cleanPlate(plate)),
    ...decided,
  };
}

const orNull = (text: string): string | null => (text === '' ? null : text);
