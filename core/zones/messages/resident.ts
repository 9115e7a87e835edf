import { defineText } from '#kernel/ui/text.ts';

const zh = {
  'lockdown.may': '生活物资、快递、药品由志愿者送到门口',
  'lockdown.must': '通知采样时在家等，志愿者上门',
  'control.may': '取快递、团购请错开时间，戴好口罩，不聚集',
  'control.must': '叫到您这栋再下楼采样，前后保持两米',
  'precaution.may': '戴好口罩，少去人多的地方，不聚集',
  'precaution.must': '叫到您这栋再下楼采样',
  'normal.may': '出门戴好口罩，勤洗手',
} as const;

/** What the residents' page says of each status, whatever the area's settings are. */
export const residentText = defineText({
  'zh-CN': zh,
  en: {
    'lockdown.may': 'Volunteers bring food, parcels and medicine to your door',
    'lockdown.must': 'When a test is announced, wait at home: somebody comes to your door',
    'control.may': 'Fetch parcels and group buys at different times, wear a mask, do not gather',
    'control.must': 'Come down for a test when your building is called, and keep two metres apart',
    'precaution.may': 'Wear a mask, keep away from crowds, do not gather',
    'precaution.must': 'Come down for a test when your building is called',
    'normal.may': 'Wear a mask when you go out, and wash your hands',
  } satisfies Record<keyof typeof zh, string>,
});
