import { Button, Form, Input, Radio } from 'antd';
import { ProblemAlert } from '#kernel/ui/console/index.ts';
import { useMay } from '#kernel/ui/session.ts';
import { newId } from '#kernel/ui/submit.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { actions, rules } from '../../contract/access.ts';
import { CALL_ANSWERS, CALL_WAYS, type CallAnswer, type CallWay } from '../../contract/missed-rows.ts';
import { missedText } from '../../messages/missed.ts';
import { useSubmitMany } from './use-submit-many.ts';

interface Fields {
  readonly way: CallWay;
  readonly answer: CallAnswer;
  readonly note?: string;
}

/** One answer for all of them: a family that was reached by one call. */
export function CallForm({ roundId, residentIds }: { roundId: string; residentIds: readonly string[] }) {
  const t = useText(missedText);
  const may = useMay(rules, actions.sample);
  const [form] = Form.useForm<Fields>();
  const { submit, busy, problems } = useSubmitMany(t('call.done'));
  const save = async ({ way, answer, note = '' }: Fields) => {
    const bodies = residentIds.map((residentId) => ({
      roundId,
      callId: newId(),
      residentId,
      way,
      answer,
      note,
    }));
    const answers = await submit('testing.call-again', bodies);
    if (answers.some(({ first }) => first === 'done')) form.resetFields();
  };
  return (
    <Form<Fields>
      form={form}
      layout="vertical"
      initialValues={{ way: 'phone' }}
      disabled={!may}
      onFinish={(fields) => void save(fields)}
    >
      <Form.Item name="way" label={t('call.way')}>
        <Radio.Group options={CALL_WAYS.map((value) => ({ value, label: t(`way.${value}`) }))} />
      </Form.Item>
      <Form.Item
        name="answer"
        label={t('call.answer')}
        rules={[{ required: true, message: t('phones.required') }]}
      >
        <Radio.Group options={CALL_ANSWERS.map((value) => ({ value, label: t(`answer.${value}`) }))} />
      </Form.Item>
      <Form.Item name="note" label={t('call.note')}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <ProblemAlert problems={problems} />
      <Button type="primary" htmlType="submit" loading={busy} title={may ? '' : t('not-allowed')}>
        {t('call.save')}
      </Button>
    </Form>
  );
}
