import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import {
  DataTable,
  EmptyFace,
  ErrorFace,
  LoadingFace,
  Page,
  ProblemAlert,
} from '#kernel/ui/console/index.ts';
import type { ScreenProps } from '#kernel/ui/screen.ts';
import { useSubmit } from '#kernel/ui/use-submit.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { flowText } from '../../messages/flow.ts';
import { gates } from './client.ts';
import { usePassageColumns } from './passage-columns.tsx';
import { to } from './paths.ts';
import './flow.css';

/** One person's passages: first the reason, which is recorded, then the list for half an hour. */
export default function PersonScreen({ params }: ScreenProps) {
  const { residentId = '' } = params;
  return <PersonPage key={residentId} residentId={residentId} />;
}

function PersonPage({ residentId }: { residentId: string }) {
  const t = useText(flowText);
  const [lookId, setLookId] = useState<string | null>(null);
  if (lookId !== null) return <Passages lookId={lookId} onAgain={() => setLookId(null)} />;
  return (
    <Page title={t('person')} lead={t('person.ask-lead')} trail={[{ title: t('title'), to: to.flow() }]}>
      <ReasonForm residentId={residentId} onLook={setLookId} />
    </Page>
  );
}

function ReasonForm({ residentId, onLook }: { residentId: string; onLook: (lookId: string) => void }) {
  const t = useText(flowText);
  const { submit, busy, problems } = useSubmit(t('person.opened'));
  const look = async ({ reason }: { reason: string }) => {
    const answer = await submit('gates.look-person', 1, { residentId, reason });
    if (answer?.first === 'done') onLook(answer.id);
  };
  return (
    <Form<{ reason: string }>
      layout="vertical"
      className="person-reason"
      onFinish={(form) => void look(form)}
    >
      <Form.Item
        name="reason"
        label={t('person.ask')}
        rules={[{ required: true, whitespace: true, min: 2, message: t('required') }]}
      >
        <Input maxLength={200} placeholder={t('person.ask-hint')} autoComplete="off" />
      </Form.Item>
      <ProblemAlert problems={problems} />
      <Button type="primary" htmlType="submit" loading={busy}>
        {t('person.open')}
      </Button>
    </Form>
  );
}

function Passages({ lookId, onAgain }: { lookId: string; onAgain: () => void }) {
  const t = useText(flowText);
  const columns = usePassageColumns(false);
  const { data, error } = useQuery(gates.query.personPassages.queryOptions({ input: { lookId } }));
  if (error) return <ErrorFace error={error} retry={onAgain} />;
  if (!data) return <LoadingFace />;
  const { name, place, reason, rows, total } = data;
  return (
    <Page
      title={name === null ? t('person') : t('person.of', { name })}
      lead={t('person.lead', { place: place ?? t('person.gone'), reason })}
      trail={[{ title: t('title'), to: to.flow() }]}
      actions={<Button onClick={onAgain}>{t('person.again')}</Button>}
    >
      {total > rows.length ? <p>{t('passages.most', { total, most: rows.length })}</p> : null}
      <DataTable
        name="gates.person"
        label={t('person')}
        rows={rows}
        columns={columns}
        rowKey={(row) => row.id}
        empty={<EmptyFace title={t('person.none')} />}
      />
    </Page>
  );
}
