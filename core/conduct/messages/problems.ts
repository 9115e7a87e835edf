import { defineText } from '#kernel/ui/text.ts';

/** Problems and commands, in the words that the desk, the phone and the outbox share. */
defineText({
  'zh-CN': {
    'problem.conduct.unknown-code': '没有这一版守则，或者还没发布。请同步后再试',
    'problem.conduct.not-a-draft': '这一版已经发布或作废，不能再改。请另起一稿',
    'problem.conduct.draft-exists': '本组已有一份草稿，请接着改那一份',
    'problem.conduct.not-your-group': '只能写自己组的守则',
    'problem.conduct.no-points': '守则一条也没有，先写几条再发布',
    'problem.conduct.nothing-to-pass': '这一版没有题目，不能要求重新答题，只能请大家确认已读',
    'problem.conduct.bad-question': '第 {number} 题的正确答案没选好：单选要一个，多选至少一个',
    'problem.conduct.video-not-here': '视频还没传完。等它传完，或先去掉视频再发布',
    'problem.conduct.not-in-force': '这一版现在不在用',
    'problem.conduct.id-taken': '这一条已经记过了',
    'problem.conduct.not-passed':
      '这位同志还没通过本组守则的答题，暂不能排班。请他在手机首页打开“守则”，看完答题，通过后再排',
    'problem.conduct.wait-first': '离上次答题时间太短，这次不算。先看看守则，稍后再答',
    'problem.conduct.no-quiz': '这一版守则没有题目，看完点“我已读过”就行',
    'command.conduct.draft-code': '起草守则',
    'command.conduct.drop-draft': '不要守则草稿',
    'command.conduct.publish-code': '发布守则',
    'command.conduct.withdraw-code': '停用守则',
    'command.conduct.take-quiz': '守则答题',
    'command.conduct.acknowledge': '确认已读守则',
  },
  en: {
    'problem.conduct.unknown-code':
      'There is no such version, or it is not published yet; sync and try again',
    'problem.conduct.not-a-draft': 'This version has been published or dropped; begin another draft',
    'problem.conduct.draft-exists': 'The group has a draft already; go on with that one',
    'problem.conduct.not-your-group': 'You can write the code of your own group only',
    'problem.conduct.no-points': 'The code has no points; write some before publishing',
    'problem.conduct.nothing-to-pass':
      'This version has no questions, so nobody can be asked to pass it; ask to have it read',
    'problem.conduct.bad-question':
      'Question {number} lacks its right answer: one for a single choice, at least one for a multiple one',
    'problem.conduct.video-not-here':
      'The video has not all arrived; wait for it, or take it out before publishing',
    'problem.conduct.not-in-force': 'This version does not hold now',
    'problem.conduct.id-taken': 'This has been noted already',
    'problem.conduct.not-passed':
      'This person has not passed the quiz of the group’s code of practice and cannot be given a duty yet. Ask for it to be done on the phone’s first page, under the code of practice',
    'problem.conduct.wait-first':
      'Too soon after the last try: it does not count. Read the code, then try again',
    'problem.conduct.no-quiz': 'This version has no quiz; read it and say so',
    'command.conduct.draft-code': 'Draft a code of practice',
    'command.conduct.drop-draft': 'Drop the draft of a code',
    'command.conduct.publish-code': 'Publish a code of practice',
    'command.conduct.withdraw-code': 'Withdraw a code of practice',
    'command.conduct.take-quiz': 'Sit the quiz of a code',
    'command.conduct.acknowledge': 'Acknowledge a code',
  },
});
