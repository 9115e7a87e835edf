/**
 * A hand scanner or card reader types: many keys in quick succession, then Enter or Tab. This tells its burst from
 * a person's typing. Pure: keys and their times come in, a code comes out.
 */
export interface WedgeKey {
  /** `KeyboardEvent.key`; `Process` or `Unidentified` while an input method is composing. */
  readonly key: string;
  /** `KeyboardEvent.code`, which names the physical key even under an input method. */
  readonly code: string;
  readonly shift: boolean;
  /** ms, from any monotonic clock. */
  readonly at: number;
}

export interface WedgeBurst {
  readonly text: string;
  readonly lastAt: number;
}

export const IDLE: WedgeBurst = { text: '', lastAt: 0 };

/**
 * A longer gap between two keys ends a burst, ms. Scanners send a key every 5–60 ms. Where a text field has the focus
 * a person may be typing, so only a scanner's speed counts; elsewhere nobody types, and a slow phone gets time.
 */
export const FIELD_GAP_MS = 60;
export const FREE_GAP_MS = 500;
/** Shorter bursts are stray keys. */
export const MIN_LENGTH = 4;

export interface WedgeStep {
  readonly burst: WedgeBurst;
  /** A finished code, cleaned; null while the burst goes on or was no code. */
  readonly code: string | null;
}

export function takeKey(burst: WedgeBurst, key: WedgeKey, maxGapMs: number): WedgeStep {
  const going = key.at - burst.lastAt <= maxGapMs ? burst.text : '';
  if (key.key === 'Enter' || key.key === 'Tab') {
    const code = cleanCode(going);
    return { burst: IDLE, code: code.length >= MIN_LENGTH ? code : null };
  }
  if (key.key === 'Shift') return { burst: { text: going, lastAt: key.at }, code: null };
  const letter = letterOf(key);
  if (letter === null) return { burst: IDLE, code: null };
  return { burst: { text: going + letter, lastAt: key.at }, code: null };
}

/** Full-width letters, digits and signs of a Chinese input method become plain ones; blanks around are dropped. */
export function cleanCode(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u3002]/g, '.')
    .replace(/\p{Cc}/gu, '')
    .trim();
}

function letterOf(key: WedgeKey): string | null {
  if ([...key.key].length === 1) return key.key;
  if (key.key !== 'Process' && key.key !== 'Unidentified') return null;
  const letter = /^Key([A-Z])$/.exec(key.code)?.[1];
  if (letter) return key.shift ? letter : letter.toLowerCase();
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(key.code)?.[1];
  if (digit) return digit;
  return SIGNS[key.code]?.[key.shift ? 1 : 0] ?? null;
}

/** The signs codes are made of, on the usual layout: plain and with shift. */
const SIGNS: Readonly<Record<string, string>> = {
  Minus: '-_',
  Period: '.>',
  Slash: '/?',
  Semicolon: ';:',
  Equal: '=+',
  Comma: ',<',
};
