import type { Language } from '#kernel/ui/language.ts';
import { translator } from '#kernel/ui/text.ts';
import type { SetUpPoint } from '../contract/set-up-rows.ts';
import { setUpPointsText } from './set-up-points.ts';

/** What a point says: its own words, else the standard's. */
export function pointWords(
  { name, standard }: Pick<SetUpPoint, 'name' | 'standard'>,
  language: Language,
): string {
  if (name !== '' || standard === null) return name;
  return translator(setUpPointsText, language)(`point.${standard}`);
}
