import { defineText } from '#kernel/ui/text.ts';

/** What the kernel's own tables keep after an emergency. */
export const keptText = defineText({
  'zh-CN': {
    area: '居民区名称和应急终止的时间',
    'area.because': '不涉及个人',
    log: '操作记录的骨架：编号、种类、时间、结果；内容是密文，密钥已销毁，再也打不开',
    'log.because': '证明谁的哪一条操作在先、有没有被篡改；姓名已销毁，只剩编号',
    seal: '操作记录的校验链',
    'seal.because': '核对操作记录没有被改动',
    setting: '各项设置的取值、生效时间和依据',
    'setting.because': '规则，不涉及个人',
  },
  en: {
    area: 'The area’s name and when its emergency was closed',
    'area.because': 'Says nothing of anybody',
    log: 'The bones of the log: number, kind, time and answer; its contents are ciphertext whose key is destroyed',
    'log.because':
      'Shows the order of what was done and that nothing was altered; names are destroyed, numbers stay',
    seal: 'The hash chain over the log',
    'seal.because': 'Shows that the log was not altered',
    setting: 'Settings: values, since when, on which ground',
    'setting.because': 'Rules, nobody’s',
  },
});
