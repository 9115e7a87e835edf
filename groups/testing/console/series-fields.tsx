import { Form, type FormInstance, Input, Radio } from 'antd';
import { useText } from '#kernel/ui/use-text.ts';
import { consoleText } from '../messages/console.ts';
import { labPatternOf, type RoundFields } from './round-fields.ts';

/** Which tube codes the round takes: our labels or a laboratory's. */
export function SeriesFields({ form }: { form: FormInstance<RoundFields> }) {
  const t = useText(consoleText);
  const series = Form.useWatch('series', form);
  const labCode = Form.useWatch('labCode', form) ?? '';
  const required = [{ required: true, message: t('form.required') }];
  return (
    <>
      <Form.Item name="series" label={t('form.series')}>
        <Radio.Group
          options={[
            { value: 'own', label: t('form.series-own') },
            { value: 'lab', label: t('form.series-lab') },
          ]}
        />
      </Form.Item>
      {series === 'lab' ? (
        <>
          <Form.Item name="labName" label={t('form.lab-name')} rules={required}>
            <Input maxLength={40} />
          </Form.Item>
          <Form.Item
            name="labCode"
            label={t('form.lab-first')}
            extra={
              labCode === ''
                ? t('form.lab-first-hint')
                : t('form.lab-pattern', { pattern: labPatternOf(labCode) })
            }
            rules={required}
          >
            <Input maxLength={40} inputMode="numeric" />
          </Form.Item>
        </>
      ) : null}
    </>
  );
}
