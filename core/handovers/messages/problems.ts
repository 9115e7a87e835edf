import { defineText } from '#kernel/ui/text.ts';

/** Problems and commands, in the words that the desk, the phone and the outbox share. */
defineText({
  'zh-CN': {
    'problem.handovers.unknown-note': '没有这条交接记录，请同步后再试',
    'problem.handovers.unknown-point': '没有这条未结事项，请同步后再试',
    'problem.handovers.id-taken': '这一条已经记过了',
    'problem.handovers.not-your-group': '只有当班的人和本组组长能记这里的交接',
    'command.handovers.write-note': '写交接记录',
    'command.handovers.confirm-note': '确认接班',
    'command.handovers.add-point': '加未结事项',
    'command.handovers.mark-point': '办结或重开事项',
  },
  en: {
    'problem.handovers.unknown-note': 'There is no such handover note; sync and try again',
    'problem.handovers.unknown-point': 'There is no such open point; sync and try again',
    'problem.handovers.id-taken': 'This has been noted already',
    'problem.handovers.not-your-group': 'Only those on duty here and the leaders of the group can note it',
    'command.handovers.write-note': 'Write a handover note',
    'command.handovers.confirm-note': 'Take over a shift',
    'command.handovers.add-point': 'Add an open point',
    'command.handovers.mark-point': 'Close or reopen a point',
  },
});
