import { Alert, Button, Form, Input, Radio, Select } from 'antd';
import { useState } from 'react';
import { DetailDrawer, ProblemAlert } from '#kernel/ui/console/index.ts';
import { useSubmit } from '#kernel/ui/use-submit.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { toLocalInput } from '#kernel/ui/when.ts';
import type { PassView } from '../contract/queries.ts';
import { REVOKE_REASONS, type RevokeReason, SUSPEND_REASONS, type SuspendReason } from '../contract/rows.ts';
import { consoleText } from '../messages/console.ts';
import { gateText } from '../messages/gate.ts';
import { endOfMinute } from './end-of-minute.ts';

const ACTS = ['extend', 'renew', 'suspend', 'lift', 'revoke'] as const;
type Act = (typeof ACTS)[number];
const DAY = 86_400_000;

interface Fields {
  readonly until: string;
  readonly suspend: SuspendReason;
  readonly revoke: RevokeReason;
  readonly note: string;
}

/** What can be done with the chosen passes: one or many, in one command. */
export function ActDrawer(props: {
  passes: readonly PassView[];
  onClose: () => void;
  onPrint: (ids: readonly string[]) => void;
}) {
  const t = useText(consoleText);
  const { passes, onClose } = props;
  const [first] = passes;
  const title = passes.length === 1 && first ? first.holder : t('act.count', { count: passes.length });
  return (
    <DetailDrawer
      title={title}
      open={first !== undefined}
      onClose={onClose}
      actions={<Button onClick={() => props.onPrint(passes.map(({ id }) => id))}>{t('print')}</Button>}
    >
      {first ? (
        <ActForm key={first.id} passes={passes} first={first} onDone={onClose} onPrint={props.onPrint} />
      ) : null}
    </DetailDrawer>
  );
}

function ActForm(props: {
  passes: readonly PassView[];
  first: PassView;
  onDone: () => void;
  onPrint: (ids: readonly string[]) => void;
}) {
  const { passes, first, onDone } = props;
  const t = useText(consoleText);
  const words = useText(gateText);
  const { submit, busy, problems } = useSubmit(t('act.done'));
  const [act, setAct] = useState<Act>('extend');
  const passIds = passes.map(({ id }) => id);
  const save = async ({ until, suspend, revoke, note = '' }: Fields) => {
    const body = {
      extend: { passIds, validUntil: endOfMinute(until) },
      renew: { passIds },
      suspend: { passIds, reason: suspend, note },
      lift: { passIds },
      revoke: { passIds, reason: revoke, note },
    }[act];
    const answer = await submit(`passes.${act}`, 1, body);
    if (answer?.first !== 'done') return;
    if (act === 'renew') props.onPrint(passIds);
    else onDone();
  };
  const weekOn = toLocalInput(Math.max(first.validUntil - 1, Date.now()) + 7 * DAY);
  return (
    <Form<Fields>
      layout="vertical"
      initialValues={{ until: weekOn, suspend: 'checking', revoke: 'lost', note: '' }}
      onFinish={(fields) => void save(fields)}
    >
      {first.note === '' || passes.length > 1 ? null : <Alert type="info" title={first.note} />}
      <Form.Item>
        <Radio.Group
          optionType="button"
          value={act}
          options={ACTS.map((value) => ({ value, label: t(`act.${value}`) }))}
          onChange={(event) => setAct(event.target.value as Act)}
        />
      </Form.Item>
      {act === 'extend' ? (
        <Form.Item name="until" label={t('until')}>
          <Input type="datetime-local" />
        </Form.Item>
      ) : null}
      {act === 'renew' ? <p>{t('act.renew.what')}</p> : null}
      {act === 'suspend' ? (
        <Form.Item name="suspend" label={t('act.reason')}>
          <Select
            options={SUSPEND_REASONS.map((value) => ({ value, label: words(`passes.suspend.${value}`) }))}
          />
        </Form.Item>
      ) : null}
      {act === 'revoke' ? (
        <Form.Item name="revoke" label={t('act.reason')} extra={t('act.revoke.ask')}>
          <Select
            options={REVOKE_REASONS.map((value) => ({ value, label: words(`passes.revoke.${value}`) }))}
          />
        </Form.Item>
      ) : null}
      {act === 'suspend' || act === 'revoke' ? (
        <Form.Item name="note" label={t('act.note')}>
          <Input maxLength={200} />
        </Form.Item>
      ) : null}
      <ProblemAlert problems={problems} />
      <Button type="primary" htmlType="submit" danger={act === 'revoke'} loading={busy}>
        {t(`act.${act}`)}
      </Button>
    </Form>
  );
}
