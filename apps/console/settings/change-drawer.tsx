import { Button, Form, Input, InputNumber, Select } from 'antd';
import type { SettingView } from '#kernel/settings/contract.ts';
import { DetailDrawer, ProblemAlert } from '#kernel/ui/console/index.ts';
import { newId } from '#kernel/ui/submit.ts';
import { useSubmit } from '#kernel/ui/use-submit.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { fromLocalInput, toLocalInput } from '#kernel/ui/when.ts';
import { text } from './messages/index.ts';
import { valueText } from './value-text.ts';

interface Fields {
  readonly value: number;
  readonly from: string;
  readonly source: string;
}

/** A new value from a time on, with where it comes from. */
export function ChangeDrawer({ setting, onClose }: { setting: SettingView | null; onClose: () => void }) {
  const t = useText(text);
  const language = useLanguage();
  const name = setting?.name[language] ?? '';
  return (
    <DetailDrawer title={t('change-title', { name })} open={setting !== null} onClose={onClose}>
      {setting === null ? null : <ChangeForm key={setting.key} setting={setting} onDone={onClose} />}
    </DetailDrawer>
  );
}

function ChangeForm({ setting, onDone }: { setting: SettingView; onDone: () => void }) {
  const t = useText(text);
  const language = useLanguage();
  const { submit, busy, problems } = useSubmit(t('saved'));
  const required = [{ required: true, message: t('required') }];
  const { key, min, max, allowed } = setting;

  const save = async ({ value, from, source }: Fields) => {
    const body = { id: newId(), key, value, from: fromLocalInput(from), source };
    const answer = await submit('settings.set', 1, body);
    if (answer?.first === 'done') onDone();
  };

  return (
    <Form<Fields>
      layout="vertical"
      onFinish={(fields) => void save(fields)}
      initialValues={{ value: setting.value, from: toLocalInput(Date.now()) }}
    >
      <Form.Item
        name="value"
        label={t('new-value')}
        extra={setting.unit === 'yes-no' || setting.choices ? null : t('bounds', { min, max })}
        rules={required}
      >
        {allowed === null ? (
          <InputNumber min={min} max={max} suffix={t(`unit.${setting.unit}`)} />
        ) : (
          <Select
            options={allowed.map((value) => ({
              value,
              label: String(valueText(setting, value, t, language)),
            }))}
          />
        )}
      </Form.Item>
      <Form.Item name="from" label={t('from')} rules={required}>
        <Input type="datetime-local" />
      </Form.Item>
      <Form.Item name="source" label={t('new-source')} rules={required}>
        <Input.TextArea maxLength={500} rows={3} />
      </Form.Item>
      <ProblemAlert problems={problems} />
      <Button type="primary" htmlType="submit" loading={busy}>
        {t('save')}
      </Button>
    </Form>
  );
}
