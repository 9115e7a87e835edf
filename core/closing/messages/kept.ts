import { defineText } from '#kernel/ui/text.ts';

/** What this module holds of people, and keeps. */
export const keptText = defineText({
  'zh-CN': {
    'order.name': '应急终止的命令和销毁证明（责任人、见证人）',
    'order.purpose': '证明个人信息已按规定销毁',
    'order.seen-by': '指挥部；证明打印存档',
    'order.until': '与居民区同在',
    closing: '应急终止的命令和销毁证明',
    'closing.because': '证明按规定销毁（个人信息保护法第四十七条）',
  },
  en: {
    'order.name': 'Orders to close the emergency and the certificate (responsible, witness)',
    'order.purpose': 'Proof that personal data were destroyed as the rules ask',
    'order.seen-by': 'Command post; the certificate is printed and filed',
    'order.until': 'As long as the area',
    closing: 'Orders to close the emergency and the certificate of destruction',
    'closing.because': 'Proof of the destruction (PIPL art. 47)',
  },
});
