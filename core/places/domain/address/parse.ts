import { normalAddress } from './normal-text.ts';
import type { AddressRule } from './rule.ts';
import { compile, fill, type Matcher, type Pieces } from './template.ts';

export interface ParsedAddress {
  readonly building: string;
  readonly entrance: string | null;
  readonly room: string;
  readonly floor: number | null;
}

/** `empty`: nothing there; `unlike-rule`: none of the rule's patterns fits. */
export type AddressDoubt = 'empty' | 'unlike-rule';

export type AddressReading =
  | { readonly ok: true; readonly address: ParsedAddress }
  | { readonly ok: false; readonly doubt: AddressDoubt };

interface Compiled {
  readonly rule: AddressRule;
  readonly matchers: readonly Matcher[];
}

/** Compiling costs more than reading; a register reads one rule ten thousand times. */
const compiled = new WeakMap<AddressRule, Compiled>();

function compiledRule(rule: AddressRule): Compiled {
  const known = compiled.get(rule);
  if (known) return known;
  const made = { rule, matchers: rule.patterns.map(compile) };
  compiled.set(rule, made);
  return made;
}

/**
 * @param text an address as written, or the columns that form it joined by `-`, e.g. `东园路15弄13号甲101室`, `3-402`
 */
export function parseAddress(text: string, rule: AddressRule): AddressReading {
  const plain = normalAddress(text);
  if (plain === '') return { ok: false, doubt: 'empty' };
  for (const match of compiledRule(rule).matchers) {
    const pieces = match(plain);
    if (pieces) return { ok: true, address: toAddress(rule, pieces) };
  }
  return { ok: false, doubt: 'unlike-rule' };
}

function toAddress(rule: AddressRule, pieces: Pieces): ParsedAddress {
  const room = fill(rule.room, pieces);
  return {
    building: fill(rule.label, pieces),
    entrance: rule.entrance !== '' && pieces.entrance ? fill(rule.entrance, pieces) : null,
    room,
    floor: floorOf(rule, pieces, room),
  };
}

function floorOf(rule: AddressRule, pieces: Pieces, room: string): number | null {
  if (rule.floor === 'none') return null;
  const said = rule.floor === 'piece' ? pieces.floor : undefined;
  if (said !== undefined) return floorNumber(said);
  const words = /^(地下|底|[0-9]{1,2})(?:楼|层)/u.exec(room)?.[1];
  if (words !== undefined) return floorNumber(words);
  const digits = /[0-9]+/.exec(room)?.[0] ?? '';
  return digits.length >= 3 ? Number(digits.slice(0, -2)) : null;
}

function floorNumber(text: string): number | null {
  if (text === '底') return 1;
  if (text === '地下') return -1;
  const match = /^(B?)([0-9]+)$/.exec(text);
  return match ? Number(match[2]) * (match[1] === 'B' ? -1 : 1) : null;
}
