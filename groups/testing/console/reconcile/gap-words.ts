import { formatCode } from '#core/codes/contract.ts';
import type { Language } from '#kernel/ui/language.ts';
import { translator } from '#kernel/ui/text.ts';
import type { GapView } from '../../contract/handover-queries.ts';
import { handoverText } from '../../messages/handover.ts';
import { handoverWords } from '../handover/words.ts';

export interface GapText {
  /** `试管没装箱` */
  readonly what: string;
  /** `1号点 2台 · 管 0417-0032 · 7 人` */
  readonly where: string;
}

/** One difference in plain words, for the page and for paper. */
export function gapText(gap: GapView, areaId: string, language: Language): GapText {
  const t = translator(handoverText, language);
  const { boxName } = handoverWords(areaId, language);
  const what =
    gap.kind === 'count-differs' || gap.kind === 'handover-differs'
      ? t(`gap.${gap.kind}`, { said: gap.said })
      : t(`gap.${gap.kind}`);
  const parts = [
    gap.lane,
    gap.boxCode === null ? null : boxName(gap.boxCode),
    gap.handoverCode === null ? null : t('gap.handover', { code: formatCode(gap.handoverCode) }),
    gap.tubeCode === null ? null : t('gap.tube', { code: formatCode(gap.tubeCode) }),
    gap.person === null ? null : [gap.person.place, gap.person.name].filter(Boolean).join(' '),
    gap.people > 1 ? t('gap.people', { count: gap.people }) : null,
  ];
  return { what, where: parts.filter(Boolean).join(' · ') };
}
