import { formatCode } from '#core/codes/contract.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { whenText } from '#kernel/ui/when.ts';
import type { DiscrepancySide } from '../contract/queries.ts';
import { consoleText } from '../messages/console.ts';

/** One side of a contradiction in a line: where, which tube, when, by whom. */
export function useSideText(): (side: DiscrepancySide) => string {
  const t = useText(consoleText);
  const language = useLanguage();
  return (side) => {
    const tube = side.tubeCode === null ? '' : formatCode(side.tubeCode);
    const time = side.at === null ? '' : whenText(side.at, language);
    const by = side.byName ?? '';
    if (side.packingId !== null) {
      const box = side.boxCode === null ? '' : formatCode(side.boxCode);
      return t('discrepancies.side-packing', { box, tube, time, by });
    }
    return t('discrepancies.side', { site: side.site ?? '', lane: side.lane ?? '', tube, time, by });
  };
}
