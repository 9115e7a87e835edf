import { type PersonalData, told } from '#kernel/personal-data/declaration.ts';
import { rowsOf } from '#kernel/personal-data/rows.ts';
import { said } from '#kernel/ui/text.ts';
import { personalDataText as text } from '../messages/personal-data.ts';

export const devicesPersonalData: readonly PersonalData[] = [
  {
    kind: 'devices.device',
    sensitive: false,
    ...told(text, 'device'),
    bases: ['statutory', 'accountability'],
    columns: ['devices.author_key.member_id', 'devices.device.revoked_by', 'devices.device.note'],
    keeping: { until: said(text, 'device.until') },
    rows: [rowsOf('devices.device')],
  },
];
