import { defineText } from '#kernel/ui/text.ts';

/** What gates hold of people, in the words of the record of processing. */
export const personalDataText = defineText({
  'zh-CN': {
    'passage.name': '进出记录（谁、什么时候、从哪个门进出，放行还是劝返）',
    'passage.purpose': '按三区和外出频次放行，查在外未归，突发情况时清点人数',
    'passage.seen-by': '秩序维护组；值岗手机上只有频次和在外人员，姓名打码',
    'passage.counted': '从进出的时候',
  },
  en: {
    'passage.name': 'Passages (who, when, through which gate, let through or turned back)',
    'passage.purpose':
      'Letting people through by zone and outing quota, finding who has not returned, counting heads in an emergency',
    'passage.seen-by': 'Order group; phones at gates hold counts and who is out, names masked',
    'passage.counted': 'after the passage',
  },
});
