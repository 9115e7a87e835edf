import { useQuery } from '@tanstack/react-query';
import { Button, Descriptions, Form, Input } from 'antd';
import { useState } from 'react';
import { ErrorFace, ProblemAlert, Section } from '#kernel/ui/console/index.ts';
import { useMay } from '#kernel/ui/session.ts';
import { useSubmit } from '#kernel/ui/use-submit.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { LOOK_FIELDS } from '../contract/commands.ts';
import type { RegisterRow } from '../contract/queries.ts';
import { actions, rules } from '../contract/rules.ts';
import { text } from '../messages/index.ts';
import { people } from './queries.ts';

const MASKS = { idNumber: 'idMask', phone: 'phoneMask', otherPhone: 'otherPhoneMask' } as const;

/** Full numbers: a reason first, a record of the look, then the values for some minutes. */
export function LookSection({ row }: { row: RegisterRow }) {
  const t = useText(text);
  const may = useMay(rules, actions.look);
  const { submit, busy, problems } = useSubmit(t('look.done'));
  const [lookId, setLookId] = useState<string | null>(null);
  const fields = LOOK_FIELDS.filter((field) => row[MASKS[field]] !== null);
  if (fields.length === 0) return null;
  const look = async ({ reason }: { reason: string }) => {
    const answer = await submit('people.look', 1, { residentId: row.id, fields, reason });
    if (answer?.first === 'done') setLookId(answer.id);
  };
  return (
    <Section title={t('look.title')}>
      {lookId === null ? (
        <Form<{ reason: string }> layout="vertical" onFinish={(form) => void look(form)} disabled={!may}>
          <Form.Item
            name="reason"
            label={t('look.reason')}
            rules={[{ required: true, whitespace: true, message: t('add.required') }]}
          >
            <Input maxLength={200} placeholder={t('look.reason-hint')} autoComplete="off" />
          </Form.Item>
          <ProblemAlert problems={problems} />
          <Button htmlType="submit" loading={busy} title={may ? '' : t('look.not-allowed')}>
            {t('look.go')}
          </Button>
        </Form>
      ) : (
        <Opened lookId={lookId} />
      )}
    </Section>
  );
}

const OPEN_MS = 5 * 60_000;

/** Never kept in the cache: it goes with the drawer, and after the minutes the server gives. */
function Opened({ lookId }: { lookId: string }) {
  const t = useText(text);
  const looked = useQuery({
    ...people.query.looked.queryOptions({ input: { lookId } }),
    gcTime: 0,
    refetchInterval: OPEN_MS + 1_000,
    retry: false,
  });
  if (looked.isError) return <ErrorFace error={looked.error} />;
  const values = looked.data?.values ?? {};
  const items = LOOK_FIELDS.filter((field) => field in values).map((field) => ({
    key: field,
    label: t(`field.${field}`),
    children: <strong className="register-number">{values[field] ?? t('look.none')}</strong>,
  }));
  return <Descriptions column={1} size="small" items={items} />;
}
