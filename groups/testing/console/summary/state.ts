import type { Face } from '#kernel/ui/face.tsx';
import type { SignatureView, Summary } from '../../contract/handover-queries.ts';

type StateKey = 'summary.draft' | 'summary.revised' | 'summary.half-signed' | 'summary.signed';

/** Who has signed the figures as they stand now. */
export const signaturesNow = ({ signatures, edition }: Summary): SignatureView[] =>
  signatures.filter((signature) => signature.edition === edition);

export function stateOf(summary: Summary): { readonly face: Face; readonly key: StateKey } {
  const now = signaturesNow(summary);
  if (now.length >= 2) return { face: 'done', key: 'summary.signed' };
  if (now.length === 1) return { face: 'pending', key: 'summary.half-signed' };
  return summary.revised
    ? { face: 'flagged', key: 'summary.revised' }
    : { face: 'pending', key: 'summary.draft' };
}
