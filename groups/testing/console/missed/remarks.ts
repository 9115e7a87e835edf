import { KNOWN_TAGS, type KnownTag } from '#core/people/contract.ts';
import { text as peopleText } from '#core/people/messages/index.ts';
import { useText } from '#kernel/ui/use-text.ts';
import type { MissedPerson } from '../../contract/missed-queries.ts';
import { missedText } from '../../messages/missed.ts';

/** Of people whom whoever calls should know about: the old, the ill, those who cannot come down. */
const TOLD: readonly string[] = [
  'lives-alone',
  'immobile',
  'dialysis',
  'pregnant',
  'infant',
] satisfies KnownTag[];
const OLD = 70;

const isKnown = (tag: string): tag is KnownTag => KNOWN_TAGS.some((known) => known === tag);

/** `81 岁、行动不便、没有电话` */
export function useRemarks(): (person: MissedPerson) => string {
  const t = useText(missedText);
  const tag = useText(peopleText);
  const year = new Date().getFullYear();
  return ({ birthYear, tags, awayNow, hasPhone }) => {
    const age = birthYear === null ? 0 : year - birthYear;
    const told = tags.filter((one) => TOLD.includes(one));
    return [
      age >= OLD ? t('elder', { age }) : '',
      ...told.map((one) => (isKnown(one) ? tag(`tag.${one}`) : one)),
      awayNow ? t('away-now') : '',
      hasPhone ? '' : t('no-phone'),
    ]
      .filter(Boolean)
      .join('、');
  };
}
