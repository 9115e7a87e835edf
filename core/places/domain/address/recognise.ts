import { KNOWN_RULES, type KnownRule } from './catalogue.ts';
import { parseAddress } from './parse.ts';

export interface RuleProposal extends KnownRule {
  /** Of the samples, 0–1. */
  readonly fits: number;
}

/** Enough lines to tell one style from another; more only take time. */
const MAX_SAMPLES = 400;

/**
 * Rules that read these addresses, best first; of equal ones the more particular first. Empty when none reads half.
 * @param samples as written, or columns joined by `-`
 * @param known the catalogue and the area's own rules
 */
export function recogniseRules(
  samples: readonly string[],
  known: readonly KnownRule[] = KNOWN_RULES,
): readonly RuleProposal[] {
  const step = Math.max(1, Math.floor(samples.length / MAX_SAMPLES));
  const some = samples.filter((text, index) => index % step === 0 && text.trim() !== '');
  if (some.length === 0) return [];
  return known
    .map((candidate) => ({
      ...candidate,
      fits: some.filter((text) => parseAddress(text, candidate.rule).ok).length / some.length,
    }))
    .filter((proposal) => proposal.fits >= 0.5)
    .sort((a, b) => b.fits - a.fits);
}
