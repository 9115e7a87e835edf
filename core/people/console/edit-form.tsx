import { Button, Form, Space } from 'antd';
import { ProblemAlert } from '#kernel/ui/console/index.ts';
import { useSubmit } from '#kernel/ui/use-submit.ts';
import { useText } from '#kernel/ui/use-text.ts';
import type { RegisterRow } from '../contract/queries.ts';
import { text } from '../messages/index.ts';
import { ResidentFields } from './resident-fields.tsx';
import { changesOf, formOf, type ResidentForm } from './resident-form.ts';

/** In the drawer's place, so that the list stays. Only what was touched is sent. */
export function EditForm({ row, onDone }: { row: RegisterRow; onDone: () => void }) {
  const t = useText(text);
  const { submit, busy, problems } = useSubmit(t('resident.saved'));
  const save = async (form: ResidentForm) => {
    const set = changesOf(form, row);
    if (Object.keys(set).length === 0) return onDone();
    const answer = await submit('people.change-resident', 1, { residentId: row.id, set });
    if (answer?.first === 'done') onDone();
  };
  return (
    <Form<ResidentForm> layout="vertical" initialValues={formOf(row)} onFinish={(form) => void save(form)}>
      <ResidentFields known />
      <ProblemAlert problems={problems} />
      <Space>
        <Button type="primary" htmlType="submit" loading={busy}>
          {t('resident.save')}
        </Button>
        <Button onClick={onDone}>{t('resident.cancel')}</Button>
      </Space>
    </Form>
  );
}
