import { Button, Form, Input, InputNumber, Select } from 'antd';
import { ProblemAlert } from '#kernel/ui/console/index.ts';
import { useMay } from '#kernel/ui/session.ts';
import { newId } from '#kernel/ui/submit.ts';
import { useSubmit } from '#kernel/ui/use-submit.ts';
import { useText } from '#kernel/ui/use-text.ts';
import type { PlacesTree } from '../contract/queries.ts';
import { actions, rules } from '../contract/rules.ts';
import { text } from '../messages/index.ts';

interface Fields {
  readonly room: string;
  readonly floor?: number | null;
  readonly entranceId?: string;
}

/** One more room; the field is emptied for the next. */
export function AddDwelling({
  building,
}: {
  building: PlacesTree['compounds'][number]['buildings'][number];
}) {
  const t = useText(text);
  const may = useMay(rules, actions.change);
  const [form] = Form.useForm<Fields>();
  const { submit, busy, problems } = useSubmit(t('places.added'));
  const { id: buildingId, entrances } = building;
  const add = async ({ room, floor, entranceId }: Fields) => {
    const where = { dwellingId: newId(), buildingId, entranceId: entranceId ?? null };
    const answer = await submit('places.add-dwelling', 1, {
      ...where,
      room: room.trim(),
      floor: floor ?? null,
    });
    if (answer?.first === 'done') form.resetFields(['room']);
  };
  return (
    <Form<Fields> form={form} layout="inline" onFinish={(fields) => void add(fields)} disabled={!may}>
      <Form.Item name="room" rules={[{ required: true, whitespace: true, message: t('places.required') }]}>
        <Input
          maxLength={40}
          style={{ width: 90 }}
          aria-label={t('places.dwelling')}
          placeholder={t('places.dwelling')}
        />
      </Form.Item>
      <Form.Item name="floor">
        <InputNumber
          min={-5}
          max={150}
          precision={0}
          style={{ width: 80 }}
          aria-label={t('places.floor')}
          placeholder={t('places.floor')}
        />
      </Form.Item>
      {entrances.length === 0 ? null : (
        <Form.Item name="entranceId">
          <Select
            allowClear
            style={{ width: 110 }}
            aria-label={t('places.entrance')}
            placeholder={t('places.entrance')}
            options={entrances.map(({ id, label }) => ({ value: id, label }))}
          />
        </Form.Item>
      )}
      <Button htmlType="submit" loading={busy} title={may ? '' : t('places.not-allowed')}>
        {t('places.add-dwelling')}
      </Button>
      <ProblemAlert problems={problems} />
    </Form>
  );
}
