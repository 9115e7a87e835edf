import { Button, Form, Input } from 'antd';
import type { GroupId } from '#core/accounts/contract.ts';
import { DetailDrawer, ProblemAlert } from '#kernel/ui/console/index.ts';
import { newId } from '#kernel/ui/submit.ts';
import { useSubmit } from '#kernel/ui/use-submit.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { fromLocalInput } from '#kernel/ui/when.ts';
import { text } from '../messages/index.ts';

interface Fields {
  readonly place: string;
  readonly text: string;
  readonly due?: string;
}

/** A leader leaves something to be done at a place; the shift there sees it. */
export function AddDrawer(props: {
  group: GroupId;
  place: string | null;
  open: boolean;
  onClose: () => void;
}) {
  const t = useText(text);
  const [form] = Form.useForm<Fields>();
  const { submit, busy, problems } = useSubmit(t('add.done'));
  const required = [{ required: true, whitespace: true, message: t('required') }];
  const save = async ({ place, text: words, due }: Fields) => {
    const dueAt = due ? fromLocalInput(due) : null;
    const body = { pointId: newId(), group: props.group, place, text: words, dueAt };
    const answer = await submit('handovers.add-point', 1, body);
    if (answer?.first !== 'done') return;
    form.resetFields();
    props.onClose();
  };
  return (
    <DetailDrawer title={t('add')} open={props.open} onClose={props.onClose}>
      <p>{t('add.lead')}</p>
      <Form<Fields>
        form={form}
        layout="vertical"
        initialValues={{ place: props.place ?? '' }}
        onFinish={(fields) => void save(fields)}
      >
        <Form.Item name="place" label={t('add.place')} rules={required}>
          <Input maxLength={80} />
        </Form.Item>
        <Form.Item name="text" label={t('add.text')} rules={required}>
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={300} />
        </Form.Item>
        <Form.Item name="due" label={t('add.due')}>
          <Input type="datetime-local" />
        </Form.Item>
        <ProblemAlert problems={problems} />
        <Button type="primary" htmlType="submit" loading={busy}>
          {t('add.save')}
        </Button>
      </Form>
    </DetailDrawer>
  );
}
