import { useQuery } from '@tanstack/react-query';
import { Checkbox, Form, TreeSelect } from 'antd';
import { ZONE_STATUSES } from '#core/zones/contract.ts';
import { text as zoneText } from '#core/zones/messages/index.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { consoleText } from '../../messages/console.ts';
import { planText } from '../../messages/plan.ts';
import { places } from '../client.ts';
import { type RoundFields, scopeTree, someScope } from '../round-fields.ts';
import { ListField } from './list-field.tsx';
import './plan.css';

type Rule = { getFieldsValue: () => Partial<RoundFields> };

/** Whom a round is for: places, zone statuses, people by name; together, each person once. */
export function ScopeFields() {
  const t = useText(consoleText);
  const plan = useText(planText);
  const zone = useText(zoneText);
  const tree = useQuery(places.query.tree.queryOptions());
  const fails = (message: string) => Promise.reject(new Error(message));
  return (
    <>
      <Form.Item
        name="scope"
        label={t('form.scope')}
        extra={t('form.scope-hint')}
        dependencies={['zones', 'list']}
        rules={[
          ({ getFieldsValue }: Rule) => ({
            validator: () =>
              someScope(getFieldsValue()) ? Promise.resolve() : fails(t('form.scope-required')),
          }),
        ]}
      >
        <TreeSelect
          treeCheckable
          showCheckedStrategy={TreeSelect.SHOW_PARENT}
          loading={tree.isPending}
          treeData={scopeTree(tree.data)}
          treeNodeFilterProp="title"
          fieldNames={{ label: 'title', value: 'value', children: 'children' }}
        />
      </Form.Item>
      <Form.Item name="zones" label={t('form.zones')} extra={t('form.zones-hint')}>
        <Checkbox.Group options={ZONE_STATUSES.map((value) => ({ value, label: zone(`status.${value}`) }))} />
      </Form.Item>
      <Form.Item
        name="list"
        label={plan('list')}
        extra={plan('list-hint')}
        rules={[
          {
            validator: (_, list?: RoundFields['list']) =>
              list?.pending ? fails(plan('list-pending')) : Promise.resolve(),
          },
        ]}
      >
        <ListField />
      </Form.Item>
    </>
  );
}
