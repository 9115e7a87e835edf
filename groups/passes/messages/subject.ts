import { defineText } from '#kernel/ui/text.ts';

const zh = {
  passes: '出入证',
  'passes.purpose': '用途：凭证进出门岗。过期满 {days} 天后删除。',
  kind: '种类',
  whose: '持证人',
  self: '本人',
  household: '本户',
  plate: '车牌',
  form: '形式',
  from: '生效',
  until: '有效期至',
  state: '情况',
  note: '备注',
  revoked: '已作废（{reason}）',
  suspended: '暂停（{reason}）',
  renewed: '换发过',
} as const;

/** What passes tell a person of himself or herself. */
export const subjectText = defineText({
  'zh-CN': zh,
  en: {
    passes: 'Passes',
    'passes.purpose': 'For going through gates. Deleted {days} {days|day|days} after they are over.',
    kind: 'Kind',
    whose: 'Holder',
    self: 'you',
    household: 'your household',
    plate: 'Plate',
    form: 'Form',
    from: 'From',
    until: 'Until',
    state: 'State',
    note: 'Note',
    revoked: 'revoked ({reason})',
    suspended: 'suspended ({reason})',
    renewed: 'renewed',
  } satisfies Record<keyof typeof zh, string>,
});
