import type { KeptTable } from '#kernel/closing/declaration.ts';
import { type PersonalData, told } from '#kernel/personal-data/declaration.ts';
import { rowsOf } from '#kernel/personal-data/rows.ts';
import { said } from '#kernel/ui/text.ts';
import { keptText as text } from '../messages/kept.ts';

export const closingPersonalData: PersonalData = {
  kind: 'closing.order',
  sensitive: false,
  ...told(text, 'order'),
  bases: ['accountability'],
  columns: [
    'closing.closing.ordered_by',
    'closing.closing.responsible',
    'closing.closing.witness',
    'closing.closing.stopped_by',
  ],
  keeping: { until: said(text, 'order.until') },
  rows: [rowsOf('closing.closing')],
};

export const closingKept: KeptTable = {
  table: 'closing.closing',
  name: said(text, 'closing'),
  because: said(text, 'closing.because'),
  keeps: [
    'id',
    'version',
    'begun_at',
    'ordered_by',
    'rule',
    'responsible',
    'witness',
    'stopped_at',
    'stopped_by',
    'certificate',
  ],
};
