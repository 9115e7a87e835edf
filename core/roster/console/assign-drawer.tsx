import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, Radio, Select, Space } from 'antd';
import { GROUPS, type GroupId } from '#core/accounts/contract.ts';
import { text as peopleText } from '#core/accounts/messages/index.ts';
import { DetailDrawer, ProblemAlert } from '#kernel/ui/console/index.ts';
import { newId } from '#kernel/ui/submit.ts';
import { useSubmit } from '#kernel/ui/use-submit.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { fromLocalInput, toLocalInput } from '#kernel/ui/when.ts';
import { nextShift, SHIFTS, shiftOn } from '../domain/shifts.ts';
import { text } from '../messages/index.ts';
import { accounts } from './queries.ts';

interface Fields {
  readonly memberId: string;
  readonly group: GroupId;
  readonly place?: string;
  readonly from: string;
  readonly until: string;
}

/** Gives a person a duty: who, for which group, where, from when to when. */
export function AssignDrawer(props: { open: boolean; memberId: string | null; onClose: () => void }) {
  const t = useText(text);
  return (
    <DetailDrawer title={t('assign.title')} open={props.open} onClose={props.onClose}>
      <p>{t('assign.lead')}</p>
      <AssignForm memberId={props.memberId} onDone={props.onClose} />
    </DetailDrawer>
  );
}

function AssignForm({ memberId, onDone }: { memberId: string | null; onDone: () => void }) {
  const t = useText(text);
  const p = useText(peopleText);
  const [form] = Form.useForm<Fields>();
  const { submit, busy, problems } = useSubmit(t('assign.done'));
  const people = useQuery(accounts.query.people.queryOptions({ input: {} }));
  const offered = nextShift(new Date());
  const required = [{ required: true, message: t('required') }];
  const who = (people.data?.people ?? []).map((person) => ({
    value: person.id,
    label: person.group === null ? person.name : `${person.name} · ${p(`group.${person.group}`)}`,
  }));

  const save = async ({ memberId: member, group, place, from, until }: Fields) => {
    const body = {
      dutyId: newId(),
      memberId: member,
      group,
      place: place?.trim() || null,
      from: fromLocalInput(from),
      until: fromLocalInput(until),
    };
    const answer = await submit('roster.assign-duty', 1, body);
    if (answer?.first === 'done') onDone();
  };
  const takeShift = (shift: (typeof SHIFTS)[number]) => {
    const day = new Date(fromLocalInput(String(form.getFieldValue('from'))) ?? Date.now());
    const { from, until } = shiftOn(shift, day);
    form.setFieldsValue({ from: toLocalInput(from), until: toLocalInput(until) });
  };

  return (
    <Form<Fields>
      form={form}
      layout="vertical"
      onFinish={(fields) => void save(fields)}
      initialValues={{
        ...(memberId === null ? {} : { memberId }),
        from: toLocalInput(offered.from),
        until: toLocalInput(offered.until),
      }}
    >
      <Form.Item name="memberId" label={t('assign.who')} rules={required}>
        <Select showSearch={{ optionFilterProp: 'label' }} options={who} loading={people.isPending} />
      </Form.Item>
      <Form.Item name="group" label={t('assign.group')} rules={required}>
        <Radio.Group
          aria-label={t('assign.group')}
          options={GROUPS.map((value) => ({ value, label: p(`group.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="place" label={t('assign.place')}>
        <Input placeholder={t('assign.place-hint')} maxLength={80} />
      </Form.Item>
      <Form.Item label={t('assign.shift')}>
        <Space wrap role="group" aria-label={t('assign.shift')}>
          {SHIFTS.map((shift) => (
            <Button key={shift.id} size="small" onClick={() => takeShift(shift)}>
              {`${shift.from}–${shift.until % 24}`}
            </Button>
          ))}
        </Space>
      </Form.Item>
      <Form.Item name="from" label={t('assign.from')} rules={required}>
        <Input type="datetime-local" />
      </Form.Item>
      <Form.Item name="until" label={t('assign.until')} rules={required}>
        <Input type="datetime-local" />
      </Form.Item>
      <ProblemAlert problems={problems} />
      <Button type="primary" htmlType="submit" loading={busy}>
        {t('assign.save')}
      </Button>
    </Form>
  );
}
