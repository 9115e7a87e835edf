import { type PersonalData, told } from '#kernel/personal-data/declaration.ts';
import { rowsOf } from '#kernel/personal-data/rows.ts';
import { said } from '#kernel/ui/text.ts';
import { personalDataText as text } from '../messages/personal-data.ts';

export const rosterPersonalData: readonly PersonalData[] = [
  {
    kind: 'roster.duty',
    sensitive: false,
    ...told(text, 'duty'),
    bases: ['statutory', 'consent'],
    columns: ['roster.duty.member_id'],
    keeping: { until: said(text, 'duty.until') },
    rows: [rowsOf('roster.duty')],
  },
];
