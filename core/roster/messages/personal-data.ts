import { defineText } from '#kernel/ui/text.ts';

/** What the roster holds of those who work here, in the words of the record of processing. */
export const personalDataText = defineText({
  'zh-CN': {
    'duty.name': '排班（谁、什么时候、在哪里值班）',
    'duty.purpose': '排班，当班时给看该看的，证明志愿时长',
    'duty.seen-by': '组长以上；本人看自己的',
    'duty.until': '与工作人员信息一起清除姓名，班次作为汇总保留',
  },
  en: {
    'duty.name': 'Duties (who stands where and when)',
    'duty.purpose': 'Planning, showing what the duty needs, certifying service hours',
    'duty.seen-by': 'Leaders and above; members their own',
    'duty.until': 'Loses its name with the member; the shift stays for totals',
  },
});
