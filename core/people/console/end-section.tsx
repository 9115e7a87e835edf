import { Button, Form, Input, Popconfirm, Radio, Select } from 'antd';
import { useState } from 'react';
import { ProblemAlert, Section } from '#kernel/ui/console/index.ts';
import { useMay } from '#kernel/ui/session.ts';
import { useSubmit } from '#kernel/ui/use-submit.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { END_REASONS } from '../contract/by-hand.ts';
import type { RegisterRow } from '../contract/queries.ts';
import { actions, rules } from '../contract/rules.ts';
import { byHandText } from '../messages/by-hand.ts';
import { text } from '../messages/index.ts';

/** Takes one or the whole household off every list; what was recorded stays, and an end can be taken back. */
export function EndSection({ row }: { row: RegisterRow }) {
  const t = useText(text);
  const words = useText(byHandText);
  const may = useMay(rules, actions.change);
  const [reason, setReason] = useState<(typeof END_REASONS)[number]>('moved-out');
  const [on, setOn] = useState('');
  const [isWhole, setWhole] = useState(false);
  const { submit, busy, problems } = useSubmit(t('end.done'));
  const end = () => {
    const how = { reason, on: on === '' ? null : on };
    return isWhole
      ? submit('people.end-household', 1, { householdId: row.householdId, ...how })
      : submit('people.end-resident', 1, { residentId: row.id, ...how });
  };
  return (
    <Section title={t('end.title')}>
      <ProblemAlert problems={problems} />
      <Form layout="vertical" disabled={!may}>
        <Form.Item label={words('end.who')}>
          <Radio.Group
            value={isWhole}
            options={[
              { value: false, label: words('move.one', { name: row.name }) },
              { value: true, label: words('move.all') },
            ]}
            onChange={(event) => setWhole(event.target.value === true)}
          />
        </Form.Item>
        <Form.Item label={t('end.reason')}>
          <Select
            value={reason}
            onChange={setReason}
            aria-label={t('end.reason')}
            options={END_REASONS.map((value) => ({ value, label: t(`end.${value}`) }))}
          />
        </Form.Item>
        <Form.Item label={words('end.on')} extra={words('end.on-hint')}>
          <Input
            type="date"
            value={on}
            aria-label={words('end.on')}
            onChange={(event) => setOn(event.target.value)}
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
