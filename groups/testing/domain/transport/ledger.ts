import { type Chain, chainOf } from '#kernel/custody/chain.ts';
import type { SettingValue } from '#kernel/settings/setting.ts';
import type { BoxCount, HandoverSide } from '../../contract/handover-rows.ts';
import type { Box } from '../../contract/rows.ts';
import { type Counted, countedOf } from './counts.ts';
import { type LabClock, labClock, labLimits } from './lab-clock.ts';
import { type BoxSide, type BoxTransfer, type Holder, transfersOf } from './transfers.ts';

/** What the scans say of a box. */
export interface BoxContent {
  /** Distinct codes scanned into it. */
  readonly tubes: number;
  /** Swabs in those of them that are known. */
  readonly people: number;
  /** The first swab of those tubes; of tubes nobody has brought yet, the packing. Epoch ms; null while empty. */
  readonly firstAt: number | null;
}

export const NOTHING: BoxContent = { tubes: 0, people: 0, firstAt: null };

export interface LedgerBox {
  readonly code: string;
  /** Null: nobody has packed or sealed a box of that code. */
  readonly box: Box | null;
  readonly content: BoxContent;
  readonly counted: Counted;
  readonly custody: Chain<BoxSide>;
  readonly holder: Holder;
  readonly clock: LabClock;
}

export interface LedgerRows {
  readonly boxes: Iterable<Box>;
  /** By box id. */
  readonly contents: ReadonlyMap<string, BoxContent>;
  readonly counts: Iterable<BoxCount>;
  readonly sides: Iterable<HandoverSide>;
  readonly settings: readonly SettingValue[];
}

export interface Ledger {
  /** In the order of their codes: boxes of the round, and codes that only a count or a hand-over names. */
  readonly boxes: readonly LedgerBox[];
  readonly transfers: readonly BoxTransfer[];
}

/** Every box of a round: what is in it, who counted it, who holds it since when, and how late it is. */
export function ledgerOf(rows: LedgerRows, now: number): Ledger {
  const transfers = transfersOf(rows.sides);
  const counts = new Map<string, BoxCount[]>();
  for (const count of rows.counts) counts.set(count.boxCode, [...(counts.get(count.boxCode) ?? []), count]);
  const known = new Map<string, Box>();
  for (const box of rows.boxes) known.set(box.code, box);
  const named = transfers.flatMap(({ sides }) =>
    sides.filter(({ voided }) => !voided).flatMap((s) => s.things),
  );
  const codes = [...new Set([...known.keys(), ...counts.keys(), ...named])].sort();
  const boxes = codes.map((code): LedgerBox => {
    const box = known.get(code) ?? null;
    const content = (box && rows.contents.get(box.id)) ?? NOTHING;
    const custody = chainOf(code, 'area', transfers);
    const limits = labLimits(rows.settings, content.firstAt ?? now);
    return {
      code,
      box,
      content,
      counted: countedOf(counts.get(code) ?? [], content.tubes),
      custody,
      holder: custody.now.holder as Holder,
      clock: labClock(content.firstAt, arrivalOf(custody), now, limits),
    };
  });
  return { boxes, transfers };
}

/** When the laboratory had it: the first time it was handed over there. */
const arrivalOf = ({ steps }: Chain<BoxSide>): number | null =>
  steps.find(({ to }) => to === 'laboratory')?.at ?? null;
