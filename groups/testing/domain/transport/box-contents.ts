import type { TestingState } from '../state.ts';
import type { BoxContent, LedgerRows } from './ledger.ts';

/** What the rows in memory say of a round's boxes: the phone's side of the ledger. */
export function ledgerRows(state: TestingState, roundId: string): LedgerRows {
  const ofRound = <Row extends { readonly roundId: string }>(rows: Iterable<Row>): Row[] =>
    [...rows].filter((row) => row.roundId === roundId);
  return {
    boxes: ofRound(state.boxes.all()),
    contents: boxContents(state, roundId),
    counts: ofRound(state.boxCounts.all()),
    sides: ofRound(state.handoverSides.all()),
    settings: state.settings,
  };
}

/** By box id. */
export function boxContents(state: TestingState, roundId: string): Map<string, BoxContent> {
  const codes = new Map<string, Set<string>>();
  const contents = new Map<string, BoxContent>();
  for (const packing of state.packings.all()) {
    if (packing.roundId !== roundId || packing.voidedAt !== null) continue;
    const own = codes.get(packing.boxId) ?? new Set<string>();
    codes.set(packing.boxId, own.add(packing.code));
    const tube = packing.tubeId === null ? undefined : state.tubes.get(packing.tubeId);
    const before = contents.get(packing.boxId);
    const at = tube?.openedAt ?? packing.at;
    contents.set(packing.boxId, {
      tubes: own.size,
      people: (before?.people ?? 0) + (tube?.count ?? 0),
      firstAt: Math.min(before?.firstAt ?? at, at),
    });
  }
  return contents;
}
