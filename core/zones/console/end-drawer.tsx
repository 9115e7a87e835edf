import { Button, Form, Input } from 'antd';
import { DetailDrawer, ProblemAlert } from '#kernel/ui/console/index.ts';
import { useSubmit } from '#kernel/ui/use-submit.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { fromLocalInput, toLocalInput } from '#kernel/ui/when.ts';
import type { StatusView } from '../contract.ts';
import { text } from '../messages/index.ts';
import { ForeseenPart } from './foreseen.tsx';

interface Fields {
  readonly at: string;
  readonly reason: string;
}

/** Lifts a declaration; what lies above the place holds again. */
export function EndDrawer(props: { status: StatusView; place: string; onClose: () => void }) {
  const { status, place, onClose } = props;
  const t = useText(text);
  const { submit, busy, problems } = useSubmit(t('zones.end-done'));
  const [form] = Form.useForm<Fields>();
  const at = fromLocalInput(Form.useWatch('at', form) ?? '');
  const required = [{ required: true, whitespace: true, message: t('required') }];
  const save = async ({ at, reason }: Fields) => {
    const answer = await submit('zones.end-status', 1, {
      statusId: status.id,
      at: fromLocalInput(at),
      reason,
    });
    if (answer?.first === 'done') onClose();
  };
  return (
    <DetailDrawer
      title={t('zones.end-title', { place, status: t(`status.${status.status}`) })}
      open
      onClose={onClose}
    >
      <p>{t('zones.end-lead')}</p>
      <Form<Fields>
        form={form}
        layout="vertical"
        onFinish={(fields) => void save(fields)}
        initialValues={{ at: toLocalInput(Date.now()) }}
      >
        <Form.Item name="at" label={t('zones.end-at')} rules={required}>
          <Input type="datetime-local" />
        </Form.Item>
        <Form.Item name="reason" label={t('zones.end-reason')} rules={required}>
          <Input maxLength={200} />
        </Form.Item>
        <ForeseenPart asked={at === null ? null : { change: 'end', statusId: status.id, at }} />
        <ProblemAlert problems={problems} />
        <Button type="primary" htmlType="submit" loading={busy}>
          {t('zones.end')}
        </Button>
      </Form>
    </DetailDrawer>
  );
}
