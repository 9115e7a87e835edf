import { defineText } from '#kernel/ui/text.ts';

/** What visits hold of people, in the words of the record of processing. */
export const visitDataText = defineText({
  'zh-CN': {
    'visit.name': '来访登记（什么类别、去哪栋楼哪一室、几点进出；愿意说的称呼、手机后四位、车牌）',
    'visit.purpose': '按三区放行来访人员，清点楼里人员，提醒超时未离开',
    'visit.seen-by': '秩序维护组；姓名打码，看全名要写明用途并留记录',
    'visit.counted': '从进入的时候',
    'look.name': '查看楼里人员全名的记录（谁、什么时候、为什么）',
    'look.purpose': '防止随意查看，供书记检查',
    'look.seen-by': '书记',
    'look.counted': '从查看的时候',
  },
  en: {
    'visit.name':
      'Visits (what kind, to which building and room, when; name, last four of the phone and plate where given)',
    'visit.purpose': 'Letting visitors in by zone, counting who is inside, noticing who stays too long',
    'visit.seen-by': 'Order group; names masked, full ones only by a recorded look with a reason',
    'visit.counted': 'after they came in',
    'look.name': 'Record of looks at full names of those inside (who, when, why)',
    'look.purpose': 'Keeps looks to those that are needed; checked by the secretary',
    'look.seen-by': 'Secretary',
    'look.counted': 'after the look',
  },
});
