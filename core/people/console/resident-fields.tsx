import { Checkbox, Form, Input, Select } from 'antd';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { KNOWN_RELATIONS, KNOWN_TAGS } from '../contract/rows.ts';
import { text } from '../messages/index.ts';
import { tagText } from './words.ts';

/** The fields of a resident, for adding and for editing. @param known numbers stand already and are kept when left empty */
export function ResidentFields({ known }: { known: boolean }) {
  const t = useText(text);
  const language = useLanguage();
  const keep = known ? { placeholder: t('resident.keep-number') } : {};
  return (
    <>
      <Form.Item
        name="name"
        label={t('field.name')}
        rules={[{ required: true, whitespace: true, message: t('add.required') }]}
      >
        <Input maxLength={80} autoComplete="off" />
      </Form.Item>
      <Form.Item name="relation" label={t('field.relation')}>
        <Input maxLength={20} list="people-relations" autoComplete="off" />
      </Form.Item>
      <datalist id="people-relations">
        {KNOWN_RELATIONS.map((relation) => (
          <option key={relation} value={relation} />
        ))}
      </datalist>
      <Form.Item name="idKind" label={t('field.idKind')}>
        <Select
          allowClear
          aria-label={t('field.idKind')}
          options={(['resident-card', 'passport', 'permit', 'other'] as const).map((value) => ({
            value,
            label: t(`kind.${value}`),
          }))}
        />
      </Form.Item>
      <Form.Item name="idNumber" label={t('field.idNumber')}>
        <Input maxLength={40} autoComplete="off" {...keep} />
      </Form.Item>
      <Form.Item name="phone" label={t('field.phone')}>
        <Input maxLength={20} inputMode="tel" autoComplete="off" {...keep} />
      </Form.Item>
      <Form.Item name="otherPhone" label={t('field.otherPhone')}>
        <Input maxLength={20} inputMode="tel" autoComplete="off" {...keep} />
      </Form.Item>
      <Form.Item name="sex" label={t('field.sex')}>
        <Select
          allowClear
          aria-label={t('field.sex')}
          options={(['male', 'female'] as const).map((value) => ({ value, label: t(`sex.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="birthDate" label={t('field.birthDate')}>
        <Input type="date" />
      </Form.Item>
      <Form.Item name="tags" label={t('field.tags')}>
        <Select
          mode="tags"
          aria-label={t('field.tags')}
          options={KNOWN_TAGS.map((value) => ({ value, label: tagText(value, language) }))}
        />
      </Form.Item>
      <Form.Item name="registeredElsewhere" valuePropName="checked">
        <Checkbox>{t('field.registeredElsewhere')}</Checkbox>
      </Form.Item>
      <Form.Item name="note" label={t('field.note')}>
        <Input.TextArea maxLength={500} autoSize={{ minRows: 2, maxRows: 5 }} />
      </Form.Item>
    </>
  );
}
