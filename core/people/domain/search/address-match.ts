import { BEGUN, INSIDE, type Rank, WHOLE } from './pinyin-match.ts';

/** An address made ready: labels in parts as `addressParts` gives them. */
export interface AddressParts {
  readonly building: readonly string[];
  /** Building, entrance and room in one line. */
  readonly full: readonly string[];
  /** The same without the entrance; null where there is none. */
  readonly short: readonly string[] | null;
}

/** The typed parts are (the end of) the address down to the room, with or without the entrance, or the building alone. */
export function matchAddress({ building, full, short }: AddressParts, typed: readonly string[]): Rank {
  const found = best(alignEnd(full, typed), short === null ? null : alignEnd(short, typed));
  if (found !== null) return found;
  return endsWith(building, typed) ? BEGUN : null;
}

const best = (a: Rank, b: Rank): Rank => (a === null ? b : b === null ? a : Math.min(a, b));

const endsWith = (labels: readonly string[], typed: readonly string[]): boolean =>
  typed.length <= labels.length &&
  typed.every((part, i) => part === labels[labels.length - typed.length + i]);

/**
 * The typed parts lie over the labels from some label on: between two typed parts a label ends; within one the
 * border of labels is crossed silently (`3402`); what is typed reaches into the room.
 */
function alignEnd(labels: readonly string[], typed: readonly string[]): Rank {
  let found: Rank = null;
  for (let start = 0; start < labels.length; start++) {
    found = best(found, alignFrom(labels, start, typed));
    if (found === WHOLE) return found;
  }
  return found;
}

function alignFrom(labels: readonly string[], start: number, typed: readonly string[]): Rank {
  let label = start;
  let at = 0;
  for (const [i, part] of typed.entries()) {
    if (i > 0) {
      if (at !== labels[label]?.length) return null;
      label += 1;
      at = 0;
    }
    for (const character of part) {
      if (at === labels[label]?.length) {
        label += 1;
        at = 0;
      }
      if (labels[label]?.charAt(at) !== character) return null;
      at += 1;
    }
  }
  if (label !== labels.length - 1) return null;
  if (at !== labels[label]?.length) return INSIDE;
  return start === 0 ? WHOLE : BEGUN;
}
