import { settingAt } from '#kernel/settings/setting.ts';
import { isInside } from '../../contract/visit-rows.ts';
import { visitSettings } from '../../contract/visit-settings.ts';
import { type HolderInside, holdersInside } from '../../domain/visits/holders.ts';
import { whoIsOut } from '../../domain/visits/who-is-out.ts';
import type { PhoneState } from '../phone-state.ts';
import { type OutLine, outLines, type VisitLine, visitLines } from './inside-list.ts';
import { placeLabel } from './places.ts';

/** Visits inside and residents who are out, as this phone knows them, its own unsent work included. @param at epoch ms */
export function linesOf(
  { gates, people, places }: PhoneState,
  at: number,
): { readonly visits: readonly VisitLine[]; readonly out: readonly OutLine[] } {
  const longest = settingAt(visitSettings.outLongest, gates.settings, at).value;
  return {
    visits: visitLines(
      [...gates.visitRows.all()].filter(isInside),
      (visit) => placeLabel(places, visit, visit.compoundId),
      (id) => gates.visitRows.isChanged(id),
      at,
    ),
    out: outLines(
      whoIsOut(gates.presence.all()).values(),
      (id) => people.get(id),
      (id) => gates.presence.isChanged(id),
      longest,
      at,
    ),
  };
}

/** Of vehicles inside: a plate that is typed again is one of them, or looks like one. */
const platesInside = ({ gates }: PhoneState): string[] =>
  [...gates.visitRows.all()].flatMap((visit) => (isInside(visit) ? (visit.plate ?? []) : []));

/** Of vehicles with a pass that was not revoked. */
const platesWithPass = ({ gates }: PhoneState): string[] =>
  [...gates.passes.all()].flatMap(({ plate, revokedAt }) =>
    plate !== null && revokedAt === null ? [plate] : [],
  );

/** What the key pad offers: vehicles inside first, then those with a pass. */
export const platesKnown = (state: PhoneState): string[] => [
  ...new Set([...platesInside(state), ...platesWithPass(state)]),
];

/** Who is inside by a pass, as this phone knows it; of one compound. */
export const holdersAt = ({ gates }: PhoneState, compoundId: string | null): readonly HolderInside[] =>
  holdersInside(
    gates.presence.all(),
    (id) => gates.passes.get(id),
    (id) => gates.gates.get(id),
  ).filter((one) => compoundId === null || one.compoundId === compoundId);
