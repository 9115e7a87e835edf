import { kindText } from '#kernel/ui/text.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { whenText } from '#kernel/ui/when.ts';
import type { Change } from '../../contract/history-queries.ts';
import { RESOLUTIONS } from '../../contract/settlement.ts';
import { consoleText } from '../../messages/console.ts';
import { historyText } from '../../messages/history.ts';

/** `是同一支管，合在一起`; a word nobody knows any more stays as it was written. */
export function useResolutionText(): (resolution: string | null) => string {
  const t = useText(consoleText);
  return (resolution) => {
    const known = RESOLUTIONS.find((one) => one === resolution);
    return known ? t(`resolution.${known}`) : (resolution ?? '');
  };
}

/** What became of a swab after it was taken, why, by whom and when: `作废采样（扫错了人），张三，10:21`. */
export function useChangeText(): (change: Change | null) => string {
  const t = useText(historyText);
  const language = useLanguage();
  const resolved = useResolutionText();
  return (change) => {
    if (change === null) return '';
    const done = change.resolution === null ? kindText(change.kind, language) : resolved(change.resolution);
    const what = change.note === '' ? done : t('change.why', { what: done, why: change.note });
    const who = change.byName ?? t('nobody');
    return t('change.said', { what, who, at: whenText(change.at, language) });
  };
}
