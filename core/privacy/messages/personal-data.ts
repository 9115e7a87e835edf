import { defineText } from '#kernel/ui/text.ts';

/** What the house itself and this module hold of people. */
export const personalDataText = defineText({
  'zh-CN': {
    'log.name': '操作记录（谁、什么时候、做了什么；内容加密）',
    'log.purpose': '查清每一件事是谁做的，发现篡改',
    'log.seen-by': '未受理的给组长以上看；内容没有人能直接看',
    'log.until': '与居民区同在；销毁密钥后内容再也打不开',
    'device.name': '手机（哪台手机、谁在用、最后同步时间）',
    'device.purpose': '找到没有同步的手机',
    'device.seen-by': '组长以上',
    'device.until': '手机停用为止',
    'paper.name': '告知书、处理记录、影响评估，密钥备份和保密承诺的签署',
    'paper.purpose': '证明做过告知和评估',
    'paper.seen-by': '指挥部',
    'paper.until': '至少三年（个人信息保护法第五十六条），与居民区同在',
  },
  en: {
    'log.name': 'Log (who did what and when; contents encrypted)',
    'log.purpose': 'Knowing who did each thing, noticing tampering',
    'log.seen-by': 'Refused ones: leaders and above; nobody reads the contents',
    'log.until': 'As long as the area; once its keys are destroyed the contents open no more',
    'device.name': 'Phones (which phone, who uses it, when it last synced)',
    'device.purpose': 'Finding phones that are silent',
    'device.seen-by': 'Leaders and above',
    'device.until': 'Until the phone is put away',
    'paper.name':
      'Notice, record of processing, impact assessment, copies of keys and undertakings: who signed',
    'paper.purpose': 'Proof that people were told and risks weighed',
    'paper.seen-by': 'Command post',
    'paper.until': 'At least three years (PIPL art. 56), as long as the area',
  },
});
