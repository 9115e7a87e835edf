import type zh from './call-up-place.zh-CN.ts';

export default {
  floors: 'floors {floors}',
  priority: 'priority',
  between: ', ',
} satisfies Record<keyof typeof zh, string>;
