import { useText } from '#kernel/ui/use-text.ts';
import { wordsText } from '../messages/words.ts';

/** How a place is called on a phone, also one without a name. */
export function useWhere(): (place: string) => string {
  const words = useText(wordsText);
  return (place) => (place === '' ? words('no-place') : place);
}
