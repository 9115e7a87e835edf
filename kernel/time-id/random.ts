import type { RandomBytes } from './uuid.ts';

/**
 * A small seeded generator (mulberry32, Tommy Ettinger 2017) for generated areas, simulations and fuzz runs.
 * Never for secrets.
 * @returns numbers in [0, 1)
 */
export function seededRandom(seed: number): () => number {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A byte source for `uuidv7` from a seeded generator. */
export function seededBytes(random: () => number): RandomBytes {
  return (length) => Uint8Array.from({ length }, () => Math.floor(random() * 256));
}
