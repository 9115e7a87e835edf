import type { KeptTable } from '#kernel/closing/declaration.ts';
import { said } from '#kernel/ui/text.ts';
import { keptText } from '../messages/kept.ts';

export const privacyKept: readonly KeptTable[] = [
  {
    table: 'privacy.paper',
    name: said(keptText, 'paper'),
    because: said(keptText, 'paper.because'),
    keeps: ['id', 'version', 'kind', 'number', 'fields', 'saved_at'],
    forgets: { saved_by: 'empty' },
  },
];
