import { defineText } from '#kernel/ui/text.ts';

const zh = {
  'zones.name': '出入证',
  'zones.rest': '这里居民的 {count} 张出入证会暂停，解除后自动恢复',
  'zones.good-again': '这里居民的 {count} 张出入证恢复使用',
} as const;

/** What a change of zones means for passes. */
export const zonesText = defineText({
  'zh-CN': zh,
  en: {
    'zones.name': 'Passes',
    'zones.rest': '{count} {count|pass|passes} of residents here will rest, and be good again when it ends',
    'zones.good-again': '{count} {count|pass|passes} of residents here will be good again',
  } satisfies Record<keyof typeof zh, string>,
});
