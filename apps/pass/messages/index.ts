import { defineText } from '#kernel/ui/text.ts';

const zh = {
  title: '出入证',
  'kind.resident': '居民',
  'kind.volunteer': '志愿者',
  'kind.worker': '务工人员',
  'kind.courier': '快递外卖',
  'kind.visitor': '访客',
  'kind.vehicle': '车辆',
  until: '有效期至 {until}',
  over: '已过期，请找居委会续期',
  'not-yet': '还没到生效时间：{from}',
  live: '码每半分钟换一次，截图、转发不能用',
  keep: '已存在这部手机里，没有网络也能打开。请收藏本页。',
  none: '这部手机里还没有出入证。请扫居委会给您的领证码。',
  broken: '这个领证链接不完整。请重新扫一次，或找居委会。',
  clock: '这部手机的时间差了 {minutes} 分钟，已按正确时间出码',
  quota: '外出计入本户次数',
  code: '出入证二维码',
  others: '这部手机里的其他证',
} as const;

/** The page of a resident's pass: small, in words of its own. */
export const text = defineText({
  'zh-CN': zh,
  en: {
    title: 'Pass',
    'kind.resident': 'Resident',
    'kind.volunteer': 'Volunteer',
    'kind.worker': 'Worker',
    'kind.courier': 'Courier',
    'kind.visitor': 'Visitor',
    'kind.vehicle': 'Vehicle',
    until: 'Good until {until}',
    over: 'This pass is over. The committee can extend it.',
    'not-yet': 'Not valid before {from}',
    live: 'The code changes every half minute; screenshots do not work',
    keep: 'Kept on this phone; it opens without a network. Please bookmark this page.',
    none: 'No pass is on this phone yet. Scan the code the committee gave you.',
    broken: 'This link is not whole. Scan it again or ask the committee.',
    clock: 'The clock of this phone is {minutes} min off; the code goes by the right time',
    quota: 'Outings count for the household',
    code: 'Code of the pass',
    others: 'Other passes on this phone',
  } satisfies Record<keyof typeof zh, string>,
});
