import { defineText } from '#kernel/ui/text.ts';

/** What handovers hold of people, in the words of the record of processing. */
export const personalDataText = defineText({
  'zh-CN': {
    'words.name': '交接记录和未结事项（文字里可能提到人；谁写的、谁接的、谁办的）',
    'words.purpose': '一班接一班，没办完的事有人接着办',
    'words.seen-by': '本组当班的人（同事姓名打码）、本组组长以上',
    'words.counted': '从写下；没办完的事项到办结为止',
  },
  en: {
    'words.name': 'Handover notes and open points (words may name people; who wrote, took over, closed)',
    'words.purpose': 'One shift after the other, with nothing left undone between them',
    'words.seen-by': 'Those on duty in the group (colleagues’ names masked), leaders of the group and above',
    'words.counted': 'after it was written; open points until they are done',
  },
});
