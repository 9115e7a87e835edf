import { Descriptions } from 'antd';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { whenText } from '#kernel/ui/when.ts';
import type { RegisterRow } from '../contract/queries.ts';
import { text } from '../messages/index.ts';
import { SHOWN_FIELDS, useFieldText } from './field-text.ts';

/** What is known of a resident, masked, with what was confirmed at the door. */
export function ResidentFacts({ row }: { row: RegisterRow }) {
  const t = useText(text);
  const language = useLanguage();
  const say = useFieldText();
  return (
    <Descriptions
      column={1}
      size="small"
      items={SHOWN_FIELDS.map((field) => {
        const confirmed = row.confirmed[field];
        const when =
          confirmed === undefined ? '' : t('confirmed.at', { when: whenText(confirmed, language) });
        return {
          key: field,
          label: t(`field.${field}`),
          children: (
            <span className={field === 'idNumber' || field === 'phone' ? 'register-number' : ''}>
              {say(row, field)} {when === '' ? null : <small>✓ {when}</small>}
            </span>
          ),
        };
      })}
    />
  );
}
