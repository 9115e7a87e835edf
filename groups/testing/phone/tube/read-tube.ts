import { isProblem, readExpected } from '#core/codes/contract.ts';
import { useSyncClient } from '#kernel/sync/client/hooks.ts';
import { flash } from '#kernel/ui/phone/index.ts';
import { problemText } from '#kernel/ui/text.ts';
import { useLanguage } from '#kernel/ui/use-text.ts';
import { readContext } from '../find-person.ts';
import type { AtLane } from '../use-round.ts';

/** Reads a tube's code and nothing else; anything else is told in words. @returns its canonical text, or null */
export function useReadTube({ round }: AtLane): (text: string) => string | null {
  const language = useLanguage();
  const { areaId } = useSyncClient();
  return (text) => {
    const read = readExpected(text, readContext(round, areaId), ['tube']);
    if (!isProblem(read)) return read.text;
    flash('refused', problemText(read, language));
    return null;
  };
}
