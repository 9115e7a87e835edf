import { Button, Form, Input, Radio, Select } from 'antd';
import { DetailDrawer, ProblemAlert } from '#kernel/ui/console/index.ts';
import { newId } from '#kernel/ui/submit.ts';
import { useSubmit } from '#kernel/ui/use-submit.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { fromLocalInput, toLocalInput } from '#kernel/ui/when.ts';
import type { ConsequencesOf } from '../contract/foresee.ts';
import { ZONE_STATUSES, type ZoneStatus } from '../contract.ts';
import { text } from '../messages/index.ts';
import { DeclaredFields } from './declared-fields.tsx';
import { ForeseenPart } from './foreseen.tsx';
import type { NamedPlace } from './place-names.ts';

interface Fields {
  readonly placeId: string;
  readonly status: ZoneStatus;
  readonly from: string;
  readonly until?: string;
  readonly reason: string;
  readonly source: string;
}

/** Declares what a place is from a time on; open-ended where no end is given. */
export function SetDrawer(props: {
  /** Chosen already; null: to be chosen. */
  placeId: string | null;
  places: readonly NamedPlace[];
  onClose: () => void;
}) {
  const { placeId, places, onClose } = props;
  const t = useText(text);
  const { submit, busy, problems } = useSubmit(t('zones.set-done'));
  const required = [{ required: true, whitespace: true, message: t('required') }];
  const [form] = Form.useForm<Fields>();
  const filled = Form.useWatch([], form) as Partial<Fields> | undefined;

  const save = async ({ placeId, status, from, until, reason, source }: Fields) => {
    const body = {
      statusId: newId(),
      placeKind: places.find((place) => place.id === placeId)?.kind,
      placeId,
      status,
      from: fromLocalInput(from),
      until: until ? fromLocalInput(until) : null,
      reason,
      source,
    };
    const answer = await submit('zones.set-status', 1, body);
    if (answer?.first === 'done') onClose();
  };

  return (
    <DetailDrawer title={t('zones.set-title')} open onClose={onClose}>
      <Form<Fields>
        form={form}
        layout="vertical"
        onFinish={(fields) => void save(fields)}
        initialValues={{ from: toLocalInput(Date.now()), ...(placeId === null ? {} : { placeId }) }}
      >
        <Form.Item name="placeId" label={t('zones.place')} rules={required}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={places.map((place) => ({ value: place.id, label: place.name }))}
          />
        </Form.Item>
        <Form.Item name="status" label={t('zones.status')} rules={required}>
          <Radio.Group
            aria-label={t('zones.status')}
            options={ZONE_STATUSES.map((value) => ({ value, label: t(`status.${value}`) }))}
          />
        </Form.Item>
        <DeclaredFields />
        <Form.Item name="reason" label={t('zones.reason')} rules={required}>
          <Input maxLength={200} />
        </Form.Item>
        <ForeseenPart asked={askedBy(filled, places)} />
        <ProblemAlert problems={problems} />
        <Button type="primary" htmlType="submit" loading={busy}>
          {t('zones.save')}
        </Button>
      </Form>
    </DetailDrawer>
  );
}

/** The change as far as the form says it; null until place, status and beginning are there. */
function askedBy(fields: Partial<Fields> | undefined, places: readonly NamedPlace[]): ConsequencesOf | null {
  const place = places.find(({ id }) => id === fields?.placeId);
  const from = fromLocalInput(fields?.from ?? '');
  if (!place || !fields?.status || from === null) return null;
  const until = fields.until ? fromLocalInput(fields.until) : null;
  return { change: 'set', placeKind: place.kind, placeId: place.id, status: fields.status, from, until };
}
