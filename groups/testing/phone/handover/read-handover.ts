import { isProblem, type ReadContext, readCode, readHandoverQr } from '#core/codes/contract.ts';
import { standing } from '#kernel/custody/transfer.ts';
import type { HandedBox } from '../../contract.ts';
import type { BoxTransfer } from '../../domain/transport/transfers.ts';

/** What a receiver is about to sign. */
export interface Offer {
  readonly code: string;
  readonly boxCount: number;
  readonly tubeCount: number;
  /** Empty where the short code was typed and this phone does not know the giver's record. */
  readonly boxes: readonly HandedBox[];
  /** Epoch ms; null where only the short code is known. */
  readonly givenAt: number | null;
  /** Who gave, where this phone knows it. */
  readonly givenBy: string | null;
}

/**
 * Reads the giver's screen without a network: the QR code tells boxes and time, the short code how many; what the
 * giver signed, where it has reached this phone, tells all. Null: no hand-over code.
 */
export function readOffer(
  text: string,
  context: ReadContext,
  transfers: readonly BoxTransfer[],
): Offer | null {
  const qr = readHandoverQr(text);
  const read = readCode(qr?.code ?? text, context);
  if (isProblem(read) || read.kind !== 'handover') return null;
  const transfer = transfers.find(({ id }) => id === read.text);
  const given = transfer ? (standing(transfer).given?.row ?? null) : null;
  if (given) {
    const { boxes, boxCount, tubeCount, at, by, witness } = given;
    const givenBy = witness === 'self' ? by : null;
    return { code: read.text, boxes, boxCount, tubeCount, givenAt: at, givenBy };
  }
  if (qr) {
    const tubeCount = qr.boxes.reduce((sum, box) => sum + box.tubes, 0);
    const boxCount = qr.boxes.length;
    return { code: read.text, boxes: qr.boxes, boxCount, tubeCount, givenAt: qr.at, givenBy: null };
  }
  const { boxes: boxCount, things: tubeCount } = read;
  return { code: read.text, boxes: [], boxCount, tubeCount, givenAt: null, givenBy: null };
}
