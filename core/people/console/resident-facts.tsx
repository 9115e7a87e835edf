import { Descriptions } from 'antd';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { whenText } from '#kernel/ui/when.ts';
import type { RegisterRow } from '../contract/queries.ts';
import type { ResidentField } from '../contract/rows.ts';
import { text } from '../messages/index.ts';
import { ageAt, roomText, tagText } from './words.ts';

/** What is known of a resident, masked, with what was confirmed at the door. */
export function ResidentFacts({ row }: { row: RegisterRow }) {
  const t = useText(text);
  const language = useLanguage();
  const age = ageAt(row.birthDate, Date.now());
  const idNumber =
    row.idMask === null ? '—' : `${row.idMask} ${row.idKind ? t(`kind.${idKindOf(row.idKind)}`) : ''}`;
  const lines: readonly (readonly [Exclude<ResidentField, 'idKind'> | 'address', string])[] = [
    ['address', `${row.compound} ${roomText(row)}`],
    ['relation', row.relation ?? '—'],
    ['sex', row.sex === null ? '—' : t(`sex.${row.sex}`)],
    ['birthDate', row.birthDate === null ? '—' : `${row.birthDate} (${age})`],
    ['idNumber', idNumber],
    ['phone', row.phoneMask ?? '—'],
    ['otherPhone', row.otherPhoneMask ?? '—'],
    ['tags', row.tags.map((tag) => tagText(tag, language)).join('、') || '—'],
    ['away', row.away ? [t('yes'), row.awayReason].filter(Boolean).join(' · ') : t('no')],
    ['registeredElsewhere', t(row.registeredElsewhere ? 'yes' : 'no')],
    ['note', row.note || '—'],
  ];
  return (
    <Descriptions
      column={1}
      size="small"
      items={lines.map(([field, value]) => {
        const confirmed = row.confirmed[field];
        const when =
          confirmed === undefined ? '' : t('confirmed.at', { when: whenText(confirmed, language) });
        return {
          key: field,
          label: t(`field.${field}`),
          children: (
            <span className={field === 'idNumber' || field === 'phone' ? 'register-number' : ''}>
              {value} {when === '' ? null : <small>✓ {when}</small>}
            </span>
          ),
        };
      })}
    />
  );
}

type Kind = 'resident-card' | 'passport' | 'permit' | 'other';
const idKindOf = (kind: string): Kind =>
  kind === 'resident-card' || kind === 'passport' || kind === 'permit' ? kind : 'other';
