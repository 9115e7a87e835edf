import type { KeptTable } from '#kernel/closing/declaration.ts';
import { said } from '#kernel/ui/text.ts';
import { keptText } from '../messages/kept.ts';

/** Reasons are written by hand and may name whoever was positive. */
export const zonesKept: readonly KeptTable[] = [
  {
    table: 'zones.status',
    name: said(keptText, 'status'),
    because: said(keptText, 'status.because'),
    keeps: [
      'id',
      'version',
      'place_kind',
      'place_id',
      'status',
      'from',
      'until',
      'source',
      'set_at',
      'planned_until',
      'replaces',
      'ended_at',
      'withdrawn_at',
    ],
    forgets: { reason: 'empty', set_by: 'empty', end_reason: 'null' },
  },
];
