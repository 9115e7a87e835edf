import type { KeptTable } from '#kernel/closing/declaration.ts';
import { said } from '#kernel/ui/text.ts';
import { keptText } from '../messages/kept.ts';

export const testingKept: readonly KeptTable[] = [
  {
    table: 'testing.round',
    name: said(keptText, 'round'),
    because: said(keptText, 'round.because'),
    keeps: [
      'id',
      'version',
      'name',
      'mode',
      'pool_ratio',
      'scope',
      'tube_series',
      'state',
      'created_at',
      'opened_at',
      'closed_at',
      'revised_at',
    ],
  },
];
