import './problems.ts';
import { defineText } from '#kernel/ui/text.ts';

/** Texts of a leader's correction of a tube. */
export const correctText = defineText({
  'zh-CN': {
    title: '更正管码',
    lead: '选出其实在另一支管里的居民，填上那支管的码。原来的记录会留着；已封箱或已出结果的管不能更正。',
    who: '哪几位',
    code: '正确的试管码',
    note: '说明',
    save: '改过去',
    done: '管码已更正',
    required: '必填',
    'not-allowed': '需要书记、指挥部或检测组长来做',
  },
  en: {
    title: 'Correct the tube',
    lead: 'Choose who is really in another tube and enter its code. What was recorded is kept; a tube in a sealed box or with a result stays as it is.',
    who: 'Who',
    code: 'Right tube code',
    note: 'Note',
    save: 'Move them',
    done: 'Tube corrected',
    required: 'Required',
    'not-allowed': 'The secretary, the command post or the testing leader does this',
  },
});
