import { defineText } from '#kernel/ui/text.ts';

/** What outlives an emergency. */
export const keptText = defineText({
  'zh-CN': {
    round: '检测轮次：名称、方式、范围（楼栋）、起止时间',
    'round.because': '工作安排，不写测了谁',
    figures: '核酸检测的数字：每轮每天的人次、管数、结果',
    'figures.because': '全居民区的合计，不分楼栋，不写是谁',
    'figures.round': '轮次',
    'figures.day': '日期',
    'figures.swabs': '采样人次',
    'figures.people': '人数',
    'figures.tubes': '管数',
    'figures.negative': '阴性（管）',
    'figures.positive': '阳性（管）',
    'figures.invalid': '无效（管）',
  },
  en: {
    round: 'Rounds of testing: name, mode, scope (buildings), from and until',
    'round.because': 'What was organised, and not who was tested',
    figures: 'Figures of testing: swabs, tubes and results per round and day',
    'figures.because': 'Sums of the whole area, of no building and of nobody',
    'figures.round': 'Round',
    'figures.day': 'Day',
    'figures.swabs': 'Swabs',
    'figures.people': 'People',
    'figures.tubes': 'Tubes',
    'figures.negative': 'Negative (tubes)',
    'figures.positive': 'Positive (tubes)',
    'figures.invalid': 'Invalid (tubes)',
  },
});
