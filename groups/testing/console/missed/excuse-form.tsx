import { Button, Form, Radio, Select } from 'antd';
import { ProblemAlert } from '#kernel/ui/console/index.ts';
import { useMay } from '#kernel/ui/session.ts';
import { useSubmit } from '#kernel/ui/use-submit.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { actions, rules } from '../../contract/access.ts';
import type { MissedView } from '../../contract/missed-queries.ts';
import { EXCUSES, type Excuse } from '../../contract/rows.ts';
import { consoleText } from '../../messages/console.ts';
import { missedText } from '../../messages/missed.ts';

interface Fields {
  readonly status: 'away' | 'exempt';
  readonly reason: Excuse;
}

/** Not awaited after all, with the reason; in a round that has ended too. */
export function ExcuseForm(props: { round: MissedView['round']; residentIds: readonly string[] }) {
  const { round, residentIds } = props;
  const t = useText(missedText);
  const said = useText(consoleText);
  const may = useMay(rules, actions.plan);
  const { submit, busy, problems } = useSubmit(t('excuse.done'));
  const save = (fields: Fields) =>
    submit('testing.set-expectation', 1, { roundId: round.id, residentIds, ...fields });
  return (
    <Form<Fields>
      layout="vertical"
      initialValues={{ status: 'away', reason: 'away' }}
      disabled={!may}
      onFinish={(fields) => void save(fields)}
    >
      <Form.Item name="status" label={t('excuse.status')}>
        <Radio.Group
          options={(['away', 'exempt'] as const).map((value) => ({ value, label: t(`status.${value}`) }))}
        />
      </Form.Item>
      <Form.Item
        name="reason"
        label={t('excuse.reason')}
        extra={round.state === 'closed' ? t('excuse.after') : undefined}
      >
        <Select options={EXCUSES.map((value) => ({ value, label: said(`excuse.${value}`) }))} />
      </Form.Item>
      <ProblemAlert problems={problems} />
      <Button htmlType="submit" loading={busy} title={may ? '' : t('not-allowed')}>
        {t('excuse.save')}
      </Button>
    </Form>
  );
}
