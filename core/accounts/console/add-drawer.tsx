import { Button, Form, Input } from 'antd';
import { DetailDrawer, ProblemAlert } from '#kernel/ui/console/index.ts';
import { useSession } from '#kernel/ui/session.ts';
import { newId } from '#kernel/ui/submit.ts';
import { useSubmit } from '#kernel/ui/use-submit.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { givingOf, onlyGroup } from '../client/may-give.ts';
import { text } from '../messages/index.ts';
import { type RoleChoice, RoleFields } from './role-fields.tsx';

interface Fields extends RoleChoice {
  readonly name: string;
}

/** Somebody who works here without a phone: on the roster, without an account. */
export function AddDrawer({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useText(text);
  const { submit, busy, problems } = useSubmit(t('add.done'));
  const giving = givingOf(useSession(), Date.now());
  const save = async ({ name, role, group }: Fields) => {
    const member = {
      memberId: newId(),
      name,
      phone: null,
      role,
      group: group ?? null,
      residentId: null,
      accountId: null,
    };
    const answer = await submit('accounts.add-member', 1, member);
    if (answer?.first === 'done') onClose();
  };
  return (
    <DetailDrawer title={t('add.title')} open={open} onClose={onClose}>
      <p>{t('add.lead')}</p>
      <Form<Fields>
        layout="vertical"
        initialValues={{ role: 'volunteer', group: onlyGroup(giving) }}
        onFinish={(fields) => void save(fields)}
      >
        <Form.Item name="name" label={t('people.name')} rules={[{ required: true, message: t('required') }]}>
          <Input maxLength={40} />
        </Form.Item>
        <RoleFields {...giving} />
        <ProblemAlert problems={problems} />
        <Button type="primary" htmlType="submit" loading={busy}>
          {t('add.save')}
        </Button>
      </Form>
    </DetailDrawer>
  );
}
