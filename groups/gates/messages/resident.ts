import { defineText } from '#kernel/ui/text.ts';

const zh = {
  home: '请待在家里，不出门',
  inside: '可以下楼，不出小区',
  quota: '可以出小区：每户 {days} 天内 {times} 次，每次 {people} 人',
  'named-asks': '家里开了实名出入证的，由证上写的人外出；换人要组长同意',
  'named-refuses': '家里开了实名出入证的，只由证上写的人外出',
  free: '可以进出小区',
  emergency: '看病、急救、透析、送药随时放行，请和门岗说一声',
  'night-asks': '夜里 {from} 点到 {until} 点出门，要组长同意',
  'night-refuses': '夜里 {from} 点到 {until} 点不出门',
  'visitors-asks': '外面的人进来，要组长同意',
  'visitors-refuses': '外面的人不能进来',
} as const;

/** What the residents' page says of going out, with the area's own numbers. */
export const residentText = defineText({
  'zh-CN': zh,
  en: {
    home: 'Please stay at home',
    inside: 'You may come down, but not leave the compound',
    quota:
      'You may leave the compound: {times} {times|time|times} in {days} days for each household, {people} {people|person|people} at a time',
    'named-asks':
      'Where somebody of your household has a pass to his or her name, that person goes out; for another the leader must agree',
    'named-refuses':
      'Where somebody of your household has a pass to his or her name, only that person goes out',
    free: 'You may come and go',
    emergency: 'For a doctor, an emergency, dialysis or medicine you are always let out: tell the gate',
    'night-asks': 'Between {from}:00 and {until}:00 at night the leader must agree before you go out',
    'night-refuses': 'Nobody goes out between {from}:00 and {until}:00 at night',
    'visitors-asks': 'Visitors come in only if the leader agrees',
    'visitors-refuses': 'Visitors may not come in',
  } satisfies Record<keyof typeof zh, string>,
});
