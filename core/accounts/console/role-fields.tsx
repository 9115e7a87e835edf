import { Form, Radio } from 'antd';
import { useText } from '#kernel/ui/use-text.ts';
import { type GroupId, type Role, roleNeedsGroup } from '../contract/roles.ts';
import { text } from '../messages/index.ts';

export interface RoleChoice {
  readonly role: Role;
  /** Absent in a fresh form, null where no group is chosen. */
  readonly group?: GroupId | null;
}

/**
 * Role and group of a form, all in sight; a group must be chosen where the role needs one.
 * @param roles what may be given
 * @param groups for which groups
 * @param free whether "no group" may be chosen: the command post's to give
 */
export function RoleFields(props: { roles: readonly Role[]; groups: readonly GroupId[]; free: boolean }) {
  const t = useText(text);
  const role = Form.useWatch<Role | undefined>('role');
  const needed = !props.free || (role !== undefined && roleNeedsGroup(role));
  const groups = props.groups.map((value) => ({
    value: value as GroupId | null,
    label: t(`group.${value}`),
  }));
  return (
    <>
      <Form.Item
        name="role"
        label={t('person.role-label')}
        rules={[{ required: true, message: t('required') }]}
      >
        <Radio.Group
          aria-label={t('person.role-label')}
          options={props.roles.map((value) => ({ value, label: t(`role.${value}`) }))}
        />
      </Form.Item>
      <Form.Item
        name="group"
        label={t('person.group-label')}
        rules={[
          {
            validator: async (_rule, group: GroupId | null | undefined) => {
              if (needed && !group) throw new Error(t('person.group-needed'));
            },
          },
        ]}
      >
        <Radio.Group
          aria-label={t('person.group-label')}
          options={props.free ? [...groups, { value: null, label: t('group.none') }] : groups}
        />
      </Form.Item>
    </>
  );
}
