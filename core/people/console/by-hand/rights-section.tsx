import { Button, Form, Input, Select, Space } from 'antd';
import { useState } from 'react';
import { ProblemAlert, Section } from '#kernel/ui/console/index.ts';
import { useMay } from '#kernel/ui/session.ts';
import { useSubmit } from '#kernel/ui/use-submit.ts';
import { useText } from '#kernel/ui/use-text.ts';
import type { RegisterRow } from '../../contract/queries.ts';
import { actions, rules } from '../../contract/rules.ts';
import { SUBJECT_ASKERS, type SubjectAsker } from '../../contract/subject.ts';
import { byHandText } from '../../messages/by-hand.ts';
import { text } from '../../messages/index.ts';
import { CopyReady } from './copy-ready.tsx';

interface Asked {
  readonly askedBy: SubjectAsker;
  readonly said: string;
}

/** What the person may ask of the desk: a copy of what is held, and that something wrong be corrected. */
export function RightsSection({ row }: { row: RegisterRow }) {
  const t = useText(byHandText);
  const words = useText(text);
  const may = useMay(rules, actions.answerSubject);
  const [form] = Form.useForm<Asked>();
  const copying = useSubmit(t('copy.done'));
  const correcting = useSubmit(t('correction.recorded'));
  const [requestId, setRequest] = useState<string | null>(null);
  const required = [{ required: true, whitespace: true, message: words('add.required') }];
  const ask = async (kind: 'copy' | 'correction') => {
    const { askedBy, said } = await form.validateFields();
    const residentId = row.id;
    if (kind === 'correction') {
      const answer = await correcting.submit('people.ask-correction', 1, { residentId, askedBy, said });
      if (answer?.first === 'done') form.resetFields(['said']);
      return;
    }
    const answer = await copying.submit('people.copy-for-subject', 1, { residentId, askedBy, reason: said });
    if (answer?.first === 'done') setRequest(answer.id);
  };
  // What is wrong with the form stands at its fields; nothing else is to be said.
  const begin = (kind: 'copy' | 'correction') => void ask(kind).catch(() => undefined);
  return (
    <Section title={t('rights.title')}>
      <p>{t('rights.lead')}</p>
      <Form<Asked> form={form} layout="vertical" disabled={!may} initialValues={{ askedBy: 'self' }}>
        <Form.Item name="askedBy" label={t('rights.asker')}>
          <Select
            aria-label={t('rights.asker')}
            options={SUBJECT_ASKERS.map((value) => ({ value, label: t(`asker.${value}`) }))}
          />
        </Form.Item>
        <Form.Item name="said" label={t('rights.said')} rules={required}>
          <Input.TextArea maxLength={200} rows={2} placeholder={t('rights.said-hint')} />
        </Form.Item>
        <ProblemAlert problems={[...copying.problems, ...correcting.problems]} />
        <Space wrap>
          <Button
            loading={copying.busy}
            title={may ? '' : words('register.not-allowed')}
            onClick={() => begin('copy')}
          >
            {t('copy.go')}
          </Button>
          <Button
            loading={correcting.busy}
            title={may ? '' : words('register.not-allowed')}
            onClick={() => begin('correction')}
          >
            {t('correction.record')}
          </Button>
        </Space>
      </Form>
      {requestId === null ? null : <CopyReady requestId={requestId} />}
    </Section>
  );
}
