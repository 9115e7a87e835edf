import type { Count } from '#kernel/personal-data/count.ts';
import type { Language } from '#kernel/ui/language.ts';
import { translator } from '#kernel/ui/text.ts';
import type { KindView } from '../contract/queries.ts';
import { paperText } from '../messages/papers.ts';

/** `迁出起 30 天`, or until when in words. */
export function keepingText({ keeping }: Pick<KindView, 'keeping'>, language: Language): string {
  if ('until' in keeping) return keeping.until[language];
  const { days, counted } = keeping;
  return translator(paperText, language)('keeping.days', { days, from: counted[language] });
}

/** How many are past their time; none of what has no term. */
export const expiredOf = ({ keeping }: Pick<KindView, 'keeping'>): Count =>
  'expired' in keeping ? { rows: keeping.expired, more: keeping.expiredMore } : { rows: 0, more: false };

/** The grounds, by article. */
export function basesText({ bases }: Pick<KindView, 'bases'>, language: Language): string {
  const t = translator(paperText, language);
  return bases.map((basis) => t(`basis.${basis}`)).join(language === 'en' ? '; ' : '；');
}
