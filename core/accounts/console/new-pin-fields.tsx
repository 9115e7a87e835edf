import { Form, Input } from 'antd';
import { useText } from '#kernel/ui/use-text.ts';
import { text } from '../messages/index.ts';

/** A new PIN, typed twice, inside a form whose fields are `pin` and `again`. */
export function NewPinFields({ label, again }: { label: string; again: string }) {
  const t = useText(text);
  const required = { required: true, message: t('required') };
  return (
    <>
      <Form.Item name="pin" label={label} extra={t('set-up.pin-hint')} rules={[{ ...required, min: 6 }]}>
        <Input.Password autoComplete="new-password" maxLength={64} />
      </Form.Item>
      <Form.Item
        name="again"
        label={again}
        dependencies={['pin']}
        rules={[
          required,
          ({ getFieldValue }) => ({
            validator: async (_rule, typed: string) => {
              if (typed && typed !== getFieldValue('pin')) throw new Error(t('set-up.pins-differ'));
            },
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" maxLength={64} />
      </Form.Item>
    </>
  );
}
