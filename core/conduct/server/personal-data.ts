import { type PersonalData, told } from '#kernel/personal-data/declaration.ts';
import { rowsOf } from '#kernel/personal-data/rows.ts';
import { said } from '#kernel/ui/text.ts';
import { personalDataText as text } from '../messages/personal-data.ts';

export const conductPersonalData: readonly PersonalData[] = [
  {
    kind: 'conduct.learning',
    sensitive: false,
    ...told(text, 'learning'),
    bases: ['statutory', 'consent'],
    columns: [
      'conduct.attempt.member_id',
      'conduct.acknowledgement.member_id',
      'conduct.code.published_by',
      'conduct.code.change_note',
      'conduct.code.withdraw_reason',
    ],
    keeping: { until: said(text, 'learning.until') },
    rows: [rowsOf('conduct.attempt'), rowsOf('conduct.acknowledgement')],
  },
];
