import { Button, Form, Input, Select } from 'antd';
import { useText } from '#kernel/ui/use-text.ts';
import { LANE_DIRECTIONS } from '../../contract/rows.ts';
import { flowText } from '../../messages/flow.ts';

/** The lanes of a gate in their order, one at least. */
export function LaneFields() {
  const t = useText(flowText);
  const required = [{ required: true, whitespace: true, message: t('required') }];
  return (
    <Form.List name="lanes">
      {(fields, { add, remove }) => (
        <fieldset className="gate-lanes">
          <legend>{t('gates.lanes')}</legend>
          {fields.map((field, index) => (
            <div key={field.key} className="gate-lane">
              <Form.Item name={[field.name, 'laneId']} hidden noStyle>
                <Input />
              </Form.Item>
              <Form.Item
                name={[field.name, 'name']}
                label={`${t('gates.lane', { number: index + 1 })} ${t('gates.lane-name')}`}
                rules={required}
              >
                <Input maxLength={40} autoComplete="off" />
              </Form.Item>
              <Form.Item name={[field.name, 'direction']} label={t('gates.lane-way')}>
                <Select options={LANE_DIRECTIONS.map((value) => ({ value, label: t(`lane.${value}`) }))} />
              </Form.Item>
              <Button
                disabled={fields.length === 1}
                aria-label={t('gates.lane-remove', { number: index + 1 })}
                onClick={() => remove(field.name)}
              >
                ✕
              </Button>
            </div>
          ))}
          <Button
            onClick={() =>
              add({ name: t('gates.lane-default', { number: fields.length + 1 }), direction: 'both' })
            }
          >
            {t('gates.lane-add')}
          </Button>
        </fieldset>
      )}
    </Form.List>
  );
}
