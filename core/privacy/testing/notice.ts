import { defaultFields } from '../messages/default-fields.ts';

/** The command that confirms an area's notice as it is proposed. @param paperId the same again makes no second edition */
export const confirmNotice = (area: string, paperId: string) => ({
  kind: 'privacy.save-paper',
  body: { paperId, kind: 'notice', fields: defaultFields('notice', area, 'zh-CN') },
});
