import { defineText } from '#kernel/ui/text.ts';

const zh = {
  'zones.name': '秩序维护组 门岗',
  'zones.none': '{count} 户不能再外出，门岗见到就劝返',
  'zones.quota': '{count} 户按次数外出：{days} 天内 {times} 次',
  'zones.free': '{count} 户不限外出，以前用掉的次数留着',
} as const;

/** What a change of zones means at the gates. */
export const zonesText = defineText({
  'zh-CN': zh,
  en: {
    'zones.name': 'Order: gates',
    'zones.none': '{count} {count|household|households} may go out no more: gates turn them back',
    'zones.quota':
      '{count} {count|household|households} may go out {times} {times|time|times} in {days} {days|day|days}',
    'zones.free': '{count} {count|household|households} may go out freely; outings used before stay',
  } satisfies Record<keyof typeof zh, string>,
});
