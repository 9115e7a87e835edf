import { Button, Form, Popconfirm, Select } from 'antd';
import { useState } from 'react';
import { ProblemAlert, Section } from '#kernel/ui/console/index.ts';
import { useMay } from '#kernel/ui/session.ts';
import { useSubmit } from '#kernel/ui/use-submit.ts';
import { useText } from '#kernel/ui/use-text.ts';
import type { RegisterRow } from '../contract/queries.ts';
import { actions, rules } from '../contract/rules.ts';
import { text } from '../messages/index.ts';

const REASONS = ['moved-out', 'died', 'entered-by-mistake', 'double-entry'] as const;

/** Takes a resident off every list; what was recorded of him or her stays. */
export function EndSection({ row }: { row: RegisterRow }) {
  const t = useText(text);
  const may = useMay(rules, actions.change);
  const [reason, setReason] = useState<(typeof REASONS)[number]>('moved-out');
  const { submit, busy, problems } = useSubmit(t('end.done'));
  const end = async () => {
    await submit('people.end-resident', 1, { residentId: row.id, reason });
  };
  return (
    <Section title={t('end.title')}>
      <ProblemAlert problems={problems} />
      <Form layout="inline" disabled={!may}>
        <Form.Item>
          <Select
            value={reason}
            onChange={setReason}
            aria-label={t('end.reason')}
            style={{ width: 150 }}
            options={REASONS.map((value) => ({ value, label: t(`end.${value}`) }))}
          />
        </Form.Item>
        <Popconfirm
          title={t('end.title')}
          description={t('end.ask')}
          okText={t('end.go')}
          cancelText={t('end.no')}
          onConfirm={end}
        >
          <Button danger loading={busy} title={may ? '' : t('register.not-allowed')}>
            {t('end.go')}
          </Button>
        </Popconfirm>
      </Form>
    </Section>
  );
}
