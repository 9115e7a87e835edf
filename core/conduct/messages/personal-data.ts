import { defineText } from '#kernel/ui/text.ts';

/** What conduct holds of those who work here, in the words of the record of processing. */
export const personalDataText = defineText({
  'zh-CN': {
    'learning.name': '守则学习（谁、哪一版、答题通过没有、什么时候确认；不存选了什么）',
    'learning.purpose': '上岗前知道规矩，排班时看是否通过',
    'learning.seen-by': '本组组长以上；本人看自己的',
    'learning.until': '与工作人员信息一起清除姓名，次数作为汇总保留',
  },
  en: {
    'learning.name':
      'Learning the code of practice (who, which version, passed or not, acknowledged when; not what was chosen)',
    'learning.purpose': 'Knowing the rules before a duty; planning only those who passed',
    'learning.seen-by': 'Leaders of the group and above; members their own',
    'learning.until': 'Loses its name with the member; the numbers stay for totals',
  },
});
