import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, Radio, Select } from 'antd';
import { useState } from 'react';
import { DetailDrawer, ProblemAlert } from '#kernel/ui/console/index.ts';
import { newId } from '#kernel/ui/submit.ts';
import { useSubmit } from '#kernel/ui/use-submit.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { toLocalInput } from '#kernel/ui/when.ts';
import {
  PASS_FORMS,
  PASS_KINDS,
  type PassForm,
  type PassKind,
  QUOTA_RULES,
  type QuotaRule,
} from '../contract/rows.ts';
import { consoleText } from '../messages/console.ts';
import { gateText } from '../messages/gate.ts';
import { places } from './client.ts';
import { endOfMinute } from './end-of-minute.ts';
import type { Holder } from './holder.ts';
import { HolderField } from './holder-field.tsx';

interface Fields {
  readonly until: string;
  readonly compoundIds: readonly string[];
  readonly quota: QuotaRule;
  readonly form: PassForm;
}

const DAY = 86_400_000;
/** Until the last minute of that day. */
const daysOn = (days: number): string => `${toLocalInput(Date.now() + days * DAY).slice(0, 11)}23:59`;
const USUAL_DAYS: Readonly<Record<PassKind, number>> = {
  resident: 14,
  volunteer: 14,
  worker: 7,
  courier: 7,
  visitor: 1,
  vehicle: 14,
};

/** New passes: for whom, until when, on paper or on a phone. Many people of a building go in one command. */
export function IssueDrawer(props: {
  open: boolean;
  onClose: () => void;
  onPrint: (ids: readonly string[]) => void;
}) {
  const t = useText(consoleText);
  return (
    <DetailDrawer title={t('issue')} open={props.open} onClose={props.onClose}>
      <IssueForm onDone={props.onClose} onPrint={props.onPrint} />
    </DetailDrawer>
  );
}

function IssueForm(props: { onDone: () => void; onPrint: (ids: readonly string[]) => void }) {
  const t = useText(consoleText);
  const words = useText(gateText);
  const [form] = Form.useForm<Fields>();
  const [kind, setKind] = useState<PassKind>('resident');
  const [holders, setHolders] = useState<readonly Holder[]>([]);
  const [issued, setIssued] = useState<readonly string[]>([]);
  const tree = useQuery(places.query.tree.queryOptions());
  const { submit, busy, problems } = useSubmit(t('issue.done'));
  const pick = (next: PassKind) => {
    setKind(next);
    setHolders([]);
    form.setFieldsValue({
      until: daysOn(USUAL_DAYS[next]),
      quota: next === 'resident' ? 'household' : 'none',
    });
  };
  const save = async ({ until, ...shared }: Fields) => {
    const passes = holders.map((holder) => ({ passId: newId(), ...holder }));
    const body = { kind, ...shared, validFrom: Date.now(), validUntil: endOfMinute(until), passes };
    const answer = await submit('passes.issue', 1, body);
    if (answer?.first === 'done') setIssued(passes.map(({ passId }) => passId));
  };
  if (issued.length > 0) {
    return (
      <div className="passes-issued">
        <p>{t('issue.done')}</p>
        <Button type="primary" onClick={() => props.onPrint(issued)}>
          {t('issue.print')}
        </Button>
        <Button onClick={props.onDone}>{t('back')}</Button>
      </div>
    );
  }
  return (
    <Form<Fields>
      form={form}
      layout="vertical"
      initialValues={{
        until: daysOn(USUAL_DAYS.resident),
        compoundIds: [],
        quota: 'household',
        form: 'paper',
      }}
      onFinish={(fields) => void save(fields)}
    >
      <Form.Item label={t('issue.for')}>
        <Radio.Group
          value={kind}
          optionType="button"
          options={PASS_KINDS.map((value) => ({ value, label: words(`passes.kind.${value}`) }))}
          onChange={(event) => pick(event.target.value as PassKind)}
        />
      </Form.Item>
      <HolderField key={kind} kind={kind} chosen={holders} onChoose={setHolders} />
      <Form.Item name="until" label={t('until')}>
        <Input type="datetime-local" />
      </Form.Item>
      <Form.Item name="form" label={t('form')}>
        <Radio.Group options={PASS_FORMS.map((value) => ({ value, label: t(`form.${value}`) }))} />
      </Form.Item>
      <Form.Item name="quota" label={t('quota')}>
        <Radio.Group options={QUOTA_RULES.map((value) => ({ value, label: t(`quota.${value}`) }))} />
      </Form.Item>
      <Form.Item name="compoundIds" label={t('compounds')}>
        <Select
          mode="multiple"
          placeholder={t('compounds.all')}
          options={(tree.data?.compounds ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
      <ProblemAlert problems={problems} />
      <Button type="primary" htmlType="submit" loading={busy} disabled={holders.length === 0}>
        {t('issue.submit', { count: holders.length })}
      </Button>
    </Form>
  );
}
