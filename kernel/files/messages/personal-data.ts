import { defineText } from '../../ui/text.ts';

/** What files hold of people, in the words of the record of processing. */
export const personalDataText = defineText({
  'zh-CN': {
    'photo.name': '现场照片（可能拍到人；谁拍的、什么时候）',
    'photo.purpose': '证明现场布置好了、东西送到了',
    'photo.seen-by': '管这件事的组长以上；志愿者只看得到自己刚拍的',
    'photo.counted': '从拍照',
  },
  en: {
    'photo.name': 'Photos of the scene (people may be in them; who took them and when)',
    'photo.purpose': 'Showing that a place was set up and things were delivered',
    'photo.seen-by': 'Leaders of the matter and above; volunteers see what they have just taken',
    'photo.counted': 'after the photo was taken',
  },
});
