import { defineText } from '#kernel/ui/text.ts';

const zh = {
  mine: '我的出入证',
  none: '您还没有出入证。请找组长办一张。',
  until: '有效期至 {until}',
  live: '码每半分钟换一次，截图不能用',
  suspended: '这张证暂停使用。请找组长。',
  'not-yet': '还没到生效时间',
  code: '出入证二维码',
} as const;

/** The own pass on a phone. */
export const phoneText = defineText({
  'zh-CN': zh,
  en: {
    mine: 'My pass',
    none: 'You have no pass yet. Ask your leader for one.',
    until: 'Good until {until}',
    live: 'The code changes every half minute; screenshots do not work',
    suspended: 'This pass is suspended. Ask your leader.',
    'not-yet': 'Not valid yet',
    code: 'Code of the pass',
  } satisfies Record<keyof typeof zh, string>,
});
