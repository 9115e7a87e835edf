import { Form, Select } from 'antd';
import { useText } from '#kernel/ui/use-text.ts';
import { GROUPS, type GroupId, type Role, roleNeedsGroup } from '../contract/roles.ts';
import { text } from '../messages/index.ts';

export interface RoleChoice {
  readonly role: Role;
  readonly group?: GroupId | undefined;
}

/** Role and group of a form; a group is asked for where the role needs one. @param roles what may be given */
export function RoleFields({
  roles,
  groups = GROUPS,
}: {
  roles: readonly Role[];
  groups?: readonly GroupId[];
}) {
  const t = useText(text);
  const role = Form.useWatch<Role | undefined>('role');
  const needed = role !== undefined && roleNeedsGroup(role);
  return (
    <>
      <Form.Item
        name="role"
        label={t('person.role-label')}
        rules={[{ required: true, message: t('required') }]}
      >
        <Select options={roles.map((value) => ({ value, label: t(`role.${value}`) }))} />
      </Form.Item>
      <Form.Item
        name="group"
        label={t('person.group-label')}
        rules={[{ required: needed, message: t('person.group-needed') }]}
      >
        <Select
          allowClear={!needed}
          options={groups.map((value) => ({ value, label: t(`group.${value}`) }))}
        />
      </Form.Item>
    </>
  );
}
