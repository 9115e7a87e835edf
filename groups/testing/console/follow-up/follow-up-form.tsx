import { Button, Checkbox, Form, Input, InputNumber, Radio } from 'antd';
import { useText } from '#kernel/ui/use-text.ts';
import { missedText } from '../../messages/missed.ts';
import type { FollowUpFields, Origin } from './plan.ts';

interface Props {
  readonly name: string;
  readonly sites: Origin['sites'];
  readonly count: number;
  readonly busy: boolean;
  readonly onMake: (fields: FollowUpFields) => void;
}

/** Everything is filled in already: one click is enough. */
export function FollowUpForm({ name, sites, count, busy, onMake }: Props) {
  const t = useText(missedText);
  const [form] = Form.useForm<FollowUpFields>();
  const where = Form.useWatch('where', form) ?? 'door';
  const required = [{ required: true, message: t('phones.required') }];
  return (
    <Form<FollowUpFields>
      form={form}
      layout="vertical"
      initialValues={{
        name,
        where: 'door',
        teams: 1,
        siteIds: sites.slice(0, 1).map(({ siteId }) => siteId),
      }}
      // Fields that are not shown keep their values.
      onFinish={() => onMake(form.getFieldsValue(true) as FollowUpFields)}
    >
      <Form.Item name="name" label={t('make.name')} rules={required}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="where" label={t('make.where')}>
        <Radio.Group
          options={(['door', 'site'] as const).map((value) => ({ value, label: t(`make.where.${value}`) }))}
        />
      </Form.Item>
      {where === 'door' ? (
        <Form.Item name="teams" label={t('make.teams')}>
          <InputNumber min={1} max={20} />
        </Form.Item>
      ) : (
        <Form.Item name="siteIds" label={t('make.sites')} rules={required}>
          <Checkbox.Group options={sites.map(({ siteId, name: label }) => ({ value: siteId, label }))} />
        </Form.Item>
      )}
      <Button type="primary" htmlType="submit" loading={busy} disabled={count === 0}>
        {t('make.go', { count })}
      </Button>
    </Form>
  );
}
