import { useQueries } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { actions as peopleActions, rules as peopleRules } from '#core/people/contract.ts';
import { ProblemAlert, Section } from '#kernel/ui/console/index.ts';
import { useMay } from '#kernel/ui/session.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { missedText } from '../../messages/missed.ts';
import { people as register } from '../client.ts';
import { useSubmitMany } from './use-submit-many.ts';

export interface Callable {
  readonly residentId: string;
  /** `3号 402 王**` */
  readonly label: string;
  readonly hasPhone: boolean;
}

/** As many as somebody calls in the minutes for which the numbers stand. */
const MOST = 10;
const OPEN_MS = 5 * 60_000;

/** Full numbers: a reason first, one recorded look a person, then the numbers for some minutes. */
export function PhonesSection({ people }: { people: readonly Callable[] }) {
  const t = useText(missedText);
  const may = useMay(peopleRules, peopleActions.look);
  const { submit, busy, problems } = useSubmitMany(t('phones.done'));
  const [looks, setLooks] = useState<readonly Look[]>([]);
  const callable = people.filter(({ hasPhone }) => hasPhone);
  const look = async ({ reason }: { reason: string }) => {
    const bodies = callable.map(({ residentId }) => ({
      residentId,
      fields: ['phone', 'otherPhone'],
      reason,
    }));
    const answers = await submit('people.look', bodies);
    setLooks(
      callable.flatMap((person, i) => {
        const answer = answers[i];
        return answer?.first === 'done' ? [{ person, lookId: answer.id }] : [];
      }),
    );
  };
  return (
    <Section title={t('phones.title')}>
      {callable.length === 0 ? (
        <p>{t('phones.nobody')}</p>
      ) : looks.length > 0 ? (
        <Numbers looks={looks} />
      ) : callable.length > MOST ? (
        <p>{t('phones.most', { most: MOST })}</p>
      ) : (
        <Form<{ reason: string }> layout="vertical" onFinish={(form) => void look(form)} disabled={!may}>
          <Form.Item
            name="reason"
            label={t('phones.reason')}
            extra={t('phones.record')}
            rules={[{ required: true, whitespace: true, message: t('phones.required') }]}
          >
            <Input maxLength={200} placeholder={t('phones.hint')} autoComplete="off" />
          </Form.Item>
          <ProblemAlert problems={problems} />
          <Button htmlType="submit" loading={busy} title={may ? '' : t('phones.not-allowed')}>
            {t('phones.go', { count: callable.length })}
          </Button>
        </Form>
      )}
    </Section>
  );
}

interface Look {
  readonly person: Callable;
  readonly lookId: string;
}

/** Never kept in the cache: they go with the drawer, and after the minutes the server gives. */
function Numbers({ looks }: { looks: readonly Look[] }) {
  const t = useText(missedText);
  const looked = useQueries({
    queries: looks.map(({ lookId }) => ({
      ...register.query.looked.queryOptions({ input: { lookId } }),
      gcTime: 0,
      refetchInterval: OPEN_MS + 1_000,
      retry: false,
    })),
  });
  return (
    <ul className="missed-phones">
      {looks.map(({ person, lookId }, i) => {
        const { phone, otherPhone } = (looked[i]?.isError ? undefined : looked[i]?.data?.values) ?? {};
        const numbers = [phone, otherPhone].filter(Boolean).join('、');
        return (
          <li key={lookId}>
            <span>{person.label}</span>
            <strong>{numbers || t('phones.none')}</strong>
          </li>
        );
      })}
    </ul>
  );
}
