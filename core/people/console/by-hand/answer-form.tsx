import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, Space } from 'antd';
import { ErrorFace, LoadingFace, ProblemAlert } from '#kernel/ui/console/index.ts';
import { useMay } from '#kernel/ui/session.ts';
import { useSubmit } from '#kernel/ui/use-submit.ts';
import { useText } from '#kernel/ui/use-text.ts';
import type { SubjectRequestView } from '../../contract/by-hand-queries.ts';
import { actions, rules } from '../../contract/rules.ts';
import type { CorrectionOutcome } from '../../contract/subject.ts';
import { byHandText } from '../../messages/by-hand.ts';
import { text } from '../../messages/index.ts';
import { people } from '../queries.ts';
import { ResidentFields } from '../resident-fields.tsx';
import { changesOf, formOf, type ResidentForm } from '../resident-form.ts';

type Answer = ResidentForm & { readonly answer?: string };

/** The entry as it stands, to be put right where the person is right; and what he or she is told. */
export function AnswerForm({ request, onDone }: { request: SubjectRequestView; onDone: () => void }) {
  const t = useText(byHandText);
  const words = useText(text);
  const may = useMay(rules, actions.answerSubject);
  const [form] = Form.useForm<Answer>();
  const { submit, busy, problems } = useSubmit(t('correction.answered'));
  const input = { residentId: request.residentId };
  const resident = useQuery(people.query.resident.queryOptions({ input }));
  if (resident.isError) return <ErrorFace error={resident.error} />;
  const row = resident.data;
  if (row === undefined) return <LoadingFace />;
  const answer = async (outcome: CorrectionOutcome) => {
    const { answer: told = '', ...fields } = await form.validateFields();
    const set = outcome === 'corrected' ? changesOf(fields, row) : {};
    const body = { requestId: request.id, outcome, answer: told, set };
    const said = await submit('people.answer-correction', 1, body);
    if (said?.first === 'done') onDone();
  };
  // What is wrong with the form stands at its fields; nothing else is to be said.
  const begin = (outcome: CorrectionOutcome) => void answer(outcome).catch(() => undefined);
  const required = [{ required: true, whitespace: true, message: words('add.required') }];
  return (
    <Form<Answer> form={form} layout="vertical" disabled={!may} initialValues={formOf(row)}>
      <ResidentFields known />
      <Form.Item
        name="answer"
        label={t('correction.answer')}
        extra={t('correction.answer-hint')}
        rules={required}
      >
        <Input.TextArea maxLength={500} rows={2} />
      </Form.Item>
      <ProblemAlert problems={problems} />
      <Space wrap>
        <Button type="primary" loading={busy} onClick={() => begin('corrected')}>
          {t('correction.correct')}
        </Button>
        <Button loading={busy} onClick={() => begin('declined')}>
          {t('correction.decline')}
        </Button>
      </Space>
    </Form>
  );
}
