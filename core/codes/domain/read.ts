import { type Problem, problem } from '#kernel/problem/problem.ts';
import { toSymbols } from './alphabet.ts';
import { hasGoodCheck } from './check-symbol.ts';
import { clean, withoutGroups } from './clean.ts';
import { type HandedOver, handedOver } from './handover-code.ts';
import { isIdCardNumber, looksLikeIdCard } from './id-card.ts';
import { type CodeKind, kindOfLetter, lengthOf, type PlainKind, type RowKind } from './kinds.ts';
import { fitsLabSeries, type LabSeries } from './lab-series.ts';
import { areaTag } from './plain.ts';
import { otherAreaProblem } from './practice-tag.ts';
import { codesProblems } from './problems.ts';
import { isSignedText } from './signed/payload.ts';

/** What a reader held. `text` is the one canonical form to store and compare. */
export type ReadCode =
  | { readonly kind: RowKind; readonly text: string; readonly serial: string }
  | { readonly kind: 'box'; readonly text: string; readonly number: number | null }
  | ({ readonly kind: 'handover'; readonly text: string } & HandedOver)
  | { readonly kind: 'tube'; readonly text: string; readonly lab: string | null }
  /** `text` is personal: blind-index it, never store or log it. */
  | { readonly kind: 'id-card'; readonly text: string }
  /** To be verified with `verifySigned`. */
  | { readonly kind: 'signed'; readonly text: string };

export interface ReadContext {
  readonly areaId: string;
  readonly labs: readonly LabSeries[];
}

export const isProblem = (read: object): read is Problem => 'code' in read && 'details' in read;

/**
 * Reads what a camera, a hand scanner, a card reader or fingers delivered. A laboratory's series is tried first,
 * since its numbers may look like anything; then identity cards, signed codes and our own.
 */
export function readCode(text: string, context: ReadContext): ReadCode | Problem {
  const typed = clean(text);
  const bare = withoutGroups(typed);
  for (const lab of context.labs) {
    if (fitsLabSeries(typed, lab.pattern)) return { kind: 'tube', text: typed, lab: lab.name };
    if (fitsLabSeries(bare, lab.pattern)) return { kind: 'tube', text: bare, lab: lab.name };
  }
  if (looksLikeIdCard(bare)) {
    return isIdCardNumber(bare) ? { kind: 'id-card', text: bare } : problem(codesProblems['id-check-digit']);
  }
  if (/^\d{12,}$/.test(bare)) return problem(codesProblems['unknown-series'], { length: bare.length });
  const symbols = toSymbols(bare);
  if (symbols === null) return problem(codesProblems['not-a-code']);
  if (isSignedText(symbols)) return { kind: 'signed', text: symbols };
  return readPlain(bare, symbols, areaTag(context.areaId));
}

function readPlain(bare: string, symbols: string, tag: string): ReadCode | Problem {
  const kind = kindOfLetter(symbols.charAt(0));
  if (!kind) return problem(codesProblems['not-a-code']);
  const expected = lengthOf(kind);
  const found = symbols.slice(1, 3);
  const ours = found === tag;
  // Pinyin such as `pengxiaoming` has no digit; nearly every code has one.
  const wordLike = !/\d/.test(bare);
  if (symbols.length !== expected) {
    const close = ours && !wordLike && Math.abs(symbols.length - expected) <= 2;
    return close
      ? problem(codesProblems.incomplete, { kind, length: symbols.length, expected })
      : problem(codesProblems['not-a-code']);
  }
  if (!hasGoodCheck(symbols))
    return problem(codesProblems[wordLike ? 'not-a-code' : 'check-symbol'], wordLike ? {} : { kind });
  if (!ours) return otherAreaProblem(found, tag, kind);
  return plain(kind, symbols);
}

function plain(kind: PlainKind, text: string): ReadCode {
  if (kind === 'tube') return { kind, text, lab: null };
  const serial = text.slice(3, 11);
  if (kind === 'handover') return { kind, text, ...handedOver(serial) };
  if (kind === 'box') return { kind, text, number: /^\d+$/.test(serial) ? Number(serial) : null };
  return { kind, text, serial };
}

/**
 * The same, where only some kinds make sense: a box scanned for a tube is told so.
 * @param expected at least one; the first is what the person is told to scan
 */
export function readExpected<K extends CodeKind>(
  text: string,
  context: ReadContext,
  expected: readonly K[],
): Extract<ReadCode, { kind: K }> | Problem {
  const read = readCode(text, context);
  if (isProblem(read)) return read;
  if (isOneOf(read, expected)) return read;
  return problem(codesProblems['wrong-kind'], {
    found: `codes.kind.${read.kind}`,
    expected: `codes.kind.${expected[0]}`,
  });
}

function isOneOf<K extends CodeKind>(
  read: ReadCode,
  kinds: readonly K[],
): read is Extract<ReadCode, { kind: K }> {
  return (kinds as readonly string[]).includes(read.kind);
}
