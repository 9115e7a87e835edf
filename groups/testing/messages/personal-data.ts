import { defineText } from '#kernel/ui/text.ts';

/** What testing holds of people, in the words of the record of processing. */
export const personalDataText = defineText({
  'zh-CN': {
    'round.name': '核酸检测（谁在哪一轮、几点、在哪一管）',
    'round.purpose': '按人检测、复核召回、查漏',
    'round.seen-by': '检测组；检测机构得到送检需要的',
    'round.counted': '从轮次结束',
    'missed.name': '应检未检和二次通知（谁没来、通知到没有、怎么答的）',
    'missed.purpose': '查漏补检',
    'missed.seen-by': '检测组；电话只给有权看号、写了理由的人',
    'missed.counted': '从轮次结束或通知的时候',
    'look.name': '导出、打印记录（谁、什么时候、为什么导出或打印了谁的检测信息）',
    'look.purpose': '防止随意导出、打印，供书记检查',
    'look.seen-by': '书记',
    'look.counted': '从导出或打印',
  },
  en: {
    'round.name': 'Tests (who, in which round, when, in which tube)',
    'round.purpose': 'Testing by person, recalls, finding who was missed',
    'round.seen-by': 'Testing group; the laboratory gets what a sample needs',
    'round.counted': 'after the round is closed',
    'missed.name': 'The missed and second calls (who did not come, who was reached, the answer)',
    'missed.purpose': 'Finding and testing who was missed',
    'missed.seen-by': 'Testing group; phones only by a recorded look with a reason',
    'missed.counted': 'after the round is closed or the call was made',
    'look.name': 'Record of exports and prints (who took whose testing data, when and why)',
    'look.purpose': 'Keeps exports and prints to those that are needed; checked by the secretary',
    'look.seen-by': 'Secretary',
    'look.counted': 'after the export or print',
  },
});
