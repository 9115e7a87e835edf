import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import type { RegisterRow } from '../contract/queries.ts';
import type { ResidentField } from '../contract/rows.ts';
import { text } from '../messages/index.ts';
import { ageAt, roomText, tagText } from './words.ts';

/** What a resident's page tells, line by line; a number goes with its kind. */
export const SHOWN_FIELDS = [
  'address',
  'relation',
  'sex',
  'birthDate',
  'idNumber',
  'phone',
  'otherPhone',
  'tags',
  'away',
  'registeredElsewhere',
  'note',
] as const satisfies readonly (ResidentField | 'address')[];
export type ShownField = (typeof SHOWN_FIELDS)[number] | 'name';

type Kind = 'resident-card' | 'passport' | 'permit' | 'other';
const idKindOf = (kind: string): Kind =>
  kind === 'resident-card' || kind === 'passport' || kind === 'permit' ? kind : 'other';

/** A line of the register in words, numbers masked; a dash where nothing is known. */
export function useFieldText(): (row: RegisterRow, field: ShownField) => string {
  const t = useText(text);
  const language = useLanguage();
  return (row, field) => {
    switch (field) {
      case 'address':
        return `${row.compound} ${roomText(row)}`;
      case 'sex':
        return row.sex === null ? '—' : t(`sex.${row.sex}`);
      case 'birthDate':
        return row.birthDate === null ? '—' : `${row.birthDate} (${ageAt(row.birthDate, Date.now())})`;
      case 'idNumber':
        return row.idMask === null
          ? '—'
          : `${row.idMask} ${row.idKind ? t(`kind.${idKindOf(row.idKind)}`) : ''}`;
      case 'phone':
        return row.phoneMask ?? '—';
      case 'otherPhone':
        return row.otherPhoneMask ?? '—';
      case 'tags':
        return row.tags.map((tag) => tagText(tag, language)).join('、') || '—';
      case 'away':
        return row.away ? [t('yes'), row.awayReason].filter(Boolean).join(' · ') : t('no');
      case 'registeredElsewhere':
        return t(row.registeredElsewhere ? 'yes' : 'no');
      default:
        return row[field] || '—';
    }
  };
}
