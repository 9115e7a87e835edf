import { type PersonalData, told } from '#kernel/personal-data/declaration.ts';
import { rowsOf } from '#kernel/personal-data/rows.ts';
import { said } from '#kernel/ui/text.ts';
import { personalDataText as text } from '../messages/personal-data.ts';

/** What the house itself holds (its log, its phones), and what this module does. */
export const housePersonalData: readonly PersonalData[] = [
  {
    kind: 'privacy.log',
    sensitive: true,
    ...told(text, 'log'),
    bases: ['accountability'],
    columns: [
      'kernel.command_log.actor_id',
      'kernel.command_log.sealed',
      'kernel.discrepancy.problem',
      'kernel.discrepancy.subjects',
      'kernel.discrepancy.settled_by',
      'kernel.discrepancy.note',
      'kernel.setting.set_by',
      'zones.status.set_by',
      'zones.status.reason',
      'zones.status.end_reason',
      'zones.answer.reason',
      'zones.answer.answered_by',
    ],
    keeping: { until: said(text, 'log.until') },
    rows: [rowsOf('kernel.command_log')],
  },
  {
    kind: 'privacy.device',
    sensitive: false,
    ...told(text, 'device'),
    bases: ['accountability'],
    columns: ['kernel.device.actor_id'],
    keeping: { until: said(text, 'device.until') },
    rows: [rowsOf('kernel.device')],
  },
  {
    kind: 'privacy.paper',
    sensitive: false,
    ...told(text, 'paper'),
    bases: ['accountability'],
    columns: ['privacy.paper.saved_by', 'privacy.key_backup.confirmed_by'],
    keeping: { until: said(text, 'paper.until') },
    rows: [rowsOf('privacy.paper')],
  },
];
