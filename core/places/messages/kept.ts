import { defineText } from '#kernel/ui/text.ts';

/** What outlives an emergency: addresses, and nobody who lives there. */
export const keptText = defineText({
  'zh-CN': {
    compound: '小区',
    building: '楼栋',
    entrance: '单元',
    dwelling: '房号',
    rule: '地址写法',
    because: '地址，不写谁住在里面',
  },
  en: {
    compound: 'Compounds',
    building: 'Buildings',
    entrance: 'Entrances',
    dwelling: 'Dwellings',
    rule: 'Ways of reading addresses',
    because: 'Addresses, and nobody who lives there',
  },
});
