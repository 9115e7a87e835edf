import { printInBrowser } from '#kernel/print/browser.ts';
import { requireSession } from '#kernel/ui/session.ts';
import { translator } from '#kernel/ui/text.ts';
import { useLanguage } from '#kernel/ui/use-text.ts';
import { toLocalInput } from '#kernel/ui/when.ts';
import { missedText } from '../../messages/missed.ts';
import { type CardPerson, namedCards } from '../print/names.ts';
import { listedPages, listedPaper } from '../print/paper-lists.ts';

/** What a printed list needs of a person; masked. */
export type Printable = Omit<CardPerson, 'nameMask' | 'fullName'> & { readonly name: string };

/**
 * A list per building in walking order, with each person's code, and room for time and tube: it goes to the door and is
 * entered afterwards like any paper list.
 * @param title what the list is; the missed unless told otherwise
 */
export function usePrintMissed(
  round: string,
  title?: string,
): (people: readonly Printable[]) => Promise<void> {
  const language = useLanguage();
  return (people) => {
    const { areaId, areaName } = requireSession();
    const when = toLocalInput(Date.now()).replace('T', ' ');
    const cards = namedCards(people.map((one) => ({ ...one, nameMask: one.name, fullName: null })));
    const what = title ?? translator(missedText, language)('print.title');
    return printInBrowser(listedPaper({ areaId, areaName, round, when, language }, listedPages(cards), what));
  };
}
