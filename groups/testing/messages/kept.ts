import { defineText } from '#kernel/ui/text.ts';

/** What outlives an emergency. */
export const keptText = defineText({
  'zh-CN': {
    round: '检测轮次：名称、方式、范围（楼栋）、起止时间',
    'round.because': '工作安排，不写测了谁',
  },
  en: {
    round: 'Rounds of testing: name, mode, scope (buildings), from and until',
    'round.because': 'What was organised, and not who was tested',
  },
});
