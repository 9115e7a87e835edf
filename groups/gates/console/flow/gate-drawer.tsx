import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, Popconfirm, Radio, Select } from 'antd';
import { DetailDrawer, ErrorFace, LoadingFace, ProblemAlert } from '#kernel/ui/console/index.ts';
import { useMay } from '#kernel/ui/session.ts';
import { newId } from '#kernel/ui/submit.ts';
import { useSubmit } from '#kernel/ui/use-submit.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { actions, rules } from '../../contract/access.ts';
import type { GateView } from '../../contract/queries.ts';
import { flowText } from '../../messages/flow.ts';
import { places } from './client.ts';
import { fieldsOf, type GateFields, gateBody } from './gate-form.ts';
import { LaneFields } from './lane-fields.tsx';

interface Props {
  /** Null: a new one. */
  readonly gate: GateView | null;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** A gate, new or to be changed; given up and taken back into use at its foot. */
export function GateDrawer(props: Props) {
  const t = useText(flowText);
  const { gate, open, onClose } = props;
  const tree = useQuery({ ...places.query.tree.queryOptions(), enabled: open });
  const title = gate === null ? t('gates.add-title') : t('gates.change-title', { gate: gate.name });
  return (
    <DetailDrawer title={title} open={open} onClose={onClose}>
      {tree.error ? <ErrorFace error={tree.error} retry={() => void tree.refetch()} /> : null}
      {tree.isPending ? <LoadingFace /> : null}
      {tree.data && gate?.closedAt === null ? <CloseGate gate={gate} onDone={onClose} /> : null}
      {tree.data && gate?.closedAt !== null && gate !== null ? <ReopenGate gate={gate} /> : null}
      {tree.data ? <Fields key={gate?.gateId ?? 'new'} {...props} compounds={tree.data.compounds} /> : null}
    </DetailDrawer>
  );
}

function Fields(
  props: Props & { readonly compounds: readonly { readonly id: string; readonly name: string }[] },
) {
  const t = useText(flowText);
  const { gate, compounds, onClose } = props;
  const may = useMay(rules, actions.manage);
  const [form] = Form.useForm<GateFields>();
  const hours = Form.useWatch('hours', form);
  const { submit, busy, problems } = useSubmit(t(gate === null ? 'gates.added' : 'gates.saved'));
  const required = [{ required: true, whitespace: true, message: t('required') }];

  const save = async (fields: GateFields) => {
    const body = gateBody(gate?.gateId ?? newId(), fields, newId);
    if (body === null) return;
    const answer =
      gate === null
        ? await submit('gates.add-gate', 1, { ...body, compoundId: fields.compoundId })
        : await submit('gates.change-gate', 1, body);
    if (answer?.first === 'done') onClose();
  };

  const fresh: Partial<GateFields> = {
    hours: 'all-day',
    ...(compounds.length === 1 && compounds[0] && { compoundId: compounds[0].id }),
    lanes: [{ name: t('gates.lane-default', { number: 1 }), direction: 'both' }],
  };
  return (
    <Form<GateFields>
      form={form}
      layout="vertical"
      disabled={!may || (gate !== null && gate.closedAt !== null)}
      initialValues={gate === null ? fresh : fieldsOf(gate)}
      onFinish={(fields) => void save(fields)}
    >
      <Form.Item name="name" label={t('gates.name')} extra={t('gates.name-hint')} rules={required}>
        <Input maxLength={40} autoComplete="off" />
      </Form.Item>
      <Form.Item name="compoundId" label={t('gates.compound')} rules={required} hidden={gate !== null}>
        <Select options={compounds.map(({ id, name }) => ({ value: id, label: name }))} />
      </Form.Item>
      <Form.Item name="hours" label={t('gates.hours')}>
        <Radio.Group
          options={[
            { value: 'all-day', label: t('gates.all-day') },
            { value: 'some', label: t('gates.some-hours') },
          ]}
        />
      </Form.Item>
      {hours === 'some' ? (
        <div className="gate-hours">
          <Form.Item name="from" label={t('gates.from')} rules={required}>
            <Input type="time" />
          </Form.Item>
          <Form.Item name="until" label={t('gates.until')} extra={t('gates.hours-hint')} rules={required}>
            <Input type="time" />
          </Form.Item>
        </div>
      ) : null}
      <LaneFields />
      <ProblemAlert problems={problems} />
      <Button type="primary" htmlType="submit" loading={busy} title={may ? '' : t('not-allowed')}>
        {t('gates.save')}
      </Button>
    </Form>
  );
}

function CloseGate({ gate, onDone }: { gate: GateView; onDone: () => void }) {
  const t = useText(flowText);
  const may = useMay(rules, actions.manage);
  const { submit, busy } = useSubmit(t('gates.close-done'));
  const close = async () => {
    const answer = await submit('gates.close-gate', 1, { gateId: gate.gateId });
    if (answer?.first === 'done') onDone();
  };
  return (
    <p>
      <Popconfirm
        title={t('gates.close')}
        description={t('gates.close-ask')}
        okText={t('gates.close')}
        disabled={!may}
        onConfirm={() => void close()}
      >
        <Button danger loading={busy} disabled={!may} title={may ? '' : t('not-allowed')}>
          {t('gates.close')}
        </Button>
      </Popconfirm>
    </p>
  );
}

function ReopenGate({ gate }: { gate: GateView }) {
  const t = useText(flowText);
  const may = useMay(rules, actions.manage);
  const { submit, busy, problems } = useSubmit(t('gates.reopen-done'));
  return (
    <>
      <ProblemAlert problems={problems} />
      <p>
        <Button
          type="primary"
          loading={busy}
          disabled={!may}
          title={may ? '' : t('not-allowed')}
          onClick={() => void submit('gates.reopen-gate', 1, { gateId: gate.gateId })}
        >
          {t('gates.reopen')}
        </Button>
      </p>
    </>
  );
}
