import { Button, Form, Input } from 'antd';
import { ProblemAlert, Section } from '#kernel/ui/console/index.ts';
import { useMay } from '#kernel/ui/session.ts';
import { useSubmit } from '#kernel/ui/use-submit.ts';
import { useText } from '#kernel/ui/use-text.ts';
import type { RegisterRow } from '../contract/queries.ts';
import { actions, rules } from '../contract/rules.ts';
import { text } from '../messages/index.ts';

/** Away people are left out of what is due, with the reason. */
export function AwaySection({ row }: { row: RegisterRow }) {
  const t = useText(text);
  const may = useMay(rules, actions.confirm);
  const { submit, busy, problems } = useSubmit(t(row.away ? 'away.back-done' : 'away.done'));
  const send = (reason: string) =>
    submit('people.set-away', 1, { residentId: row.id, away: !row.away, reason });
  return (
    <Section title={t('field.away')}>
      <ProblemAlert problems={problems} />
      {row.away ? (
        <Button loading={busy} disabled={!may} onClick={() => void send('')}>
          {t('away.back')}
        </Button>
      ) : (
        <Form<{ reason?: string }>
          layout="inline"
          onFinish={({ reason }) => void send(reason ?? '')}
          disabled={!may}
        >
          <Form.Item name="reason">
            <Input maxLength={100} aria-label={t('away.reason')} placeholder={t('away.reason')} />
          </Form.Item>
          <Button htmlType="submit" loading={busy}>
            {t('away.set')}
          </Button>
        </Form>
      )}
    </Section>
  );
}
