import type { Language } from '#kernel/ui/language.ts';
import { translator } from '#kernel/ui/text.ts';
import type { ProposalView } from '../contract.ts';
import { text } from '../messages/index.ts';

/** Why it is proposed, e.g. `单管阳性 2 例`. */
export function whyText({ kind, positives, now }: ProposalView, language: Language): string {
  const t = translator(text, language);
  if (kind === 'step') return t('proposal.why-step', { status: t(`status.${now}`) });
  return t(`proposal.why-${kind}`, { count: positives });
}

/** What is proposed, e.g. `建议封控`, `建议重新计算封控天数`. */
export function whatText(proposal: ProposalView, language: Language): string {
  const t = translator(text, language);
  const { kind, status, now } = proposal;
  if (kind === 'corrected') return t('proposal.what-withdraw', { status: t(`status.${now}`) });
  if (status === null) return t('proposal.what-lift', { status: t(`status.${now}`) });
  if (kind === 'positive' && status === now)
    return t('proposal.what-anew', { status: t(`status.${status}`) });
  return t('proposal.what-set', { status: t(`status.${status}`) });
}
