import { Form, Input } from 'antd';
import { useText } from '#kernel/ui/use-text.ts';
import { text } from '../messages/index.ts';

/** What every declaration is asked for: from when, until when if that is known, why, and by whose word. */
export function DeclaredFields() {
  const t = useText(text);
  const required = [{ required: true, whitespace: true, message: t('required') }];
  return (
    <>
      <Form.Item name="from" label={t('zones.from')} rules={required}>
        <Input type="datetime-local" />
      </Form.Item>
      <Form.Item name="until" label={t('zones.until')} extra={t('zones.until-hint')}>
        <Input type="datetime-local" />
      </Form.Item>
      <Form.Item name="source" label={t('zones.source')} rules={required}>
        <Input maxLength={200} placeholder={t('zones.source-hint')} />
      </Form.Item>
    </>
  );
}
