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

/** The grounds, by article. */
export function basesText({ bases }: Pick<KindView, 'bases'>, language: Language): string {
  const t = translator(paperText, language);
  return bases.map((basis) => t(`basis.${basis}`)).join(language === 'en' ? '; ' : '；');
}
