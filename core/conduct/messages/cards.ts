import { defineText } from '#kernel/ui/text.ts';

/** What stands on the phone's first page, and how somebody stands to a code in a word. */
export const cardsText = defineText({
  'zh-CN': {
    'must-pass': '上岗前先看守则、答题',
    'must-pass-detail': '{group}：答题通过才能排班值守',
    'must-pass-on-duty': '{group}：您已排班，还没通过守则答题',
    'must-acknowledge': '守则已更新，请确认',
    'must-acknowledge-detail': '{group}：{note}',
    changed: '看一看改了什么',
    pending: '已记下，待同步',
    others: '其他组的守则也可以先学',
    'state.must-pass': '待答题',
    'state.must-acknowledge': '待确认',
    'state.fit': '已通过',
    'state.read': '已读',
  },
  en: {
    'must-pass': 'Before duty: read the code, sit its quiz',
    'must-pass-detail': '{group}: duties are given to those who passed',
    'must-pass-on-duty': '{group}: you have a duty and have not passed the quiz yet',
    'must-acknowledge': 'The code has changed: please confirm',
    'must-acknowledge-detail': '{group}: {note}',
    changed: 'see what is new',
    pending: 'Noted, to be synced',
    others: 'Codes of other groups can be learnt too',
    'state.must-pass': 'Quiz open',
    'state.must-acknowledge': 'To confirm',
    'state.fit': 'Passed',
    'state.read': 'Read',
  },
});
