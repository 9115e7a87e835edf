import { Input } from 'antd';
import { ChoiceField, Field, NumberField } from '#kernel/print/field.tsx';
import { chinaTime, fromChinaTime } from '#kernel/time-id/china-time.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { FLOOR_ORDERS, PRIORITY_WAYS } from '../../contract/call-up-rows.ts';
import { callUpText } from '../../messages/call-up.ts';
import type { ChoicesForm } from './choices-form.ts';
import { clock } from './clock.ts';

export function ChoiceFields(props: { form: ChoicesForm; onChange: (form: ChoicesForm) => void }) {
  const t = useText(callUpText);
  const { form, onChange } = props;
  const number = (key: 'batch' | 'slack' | 'teams', min: number, max: number) => (
    <NumberField
      label={t(key)}
      value={form[key]}
      min={min}
      max={max}
      onChange={(value) => onChange({ ...form, [key]: value })}
    />
  );
  return (
    <div className="call-up-fields">
      <Field label={t('starts')}>
        {(id) => (
          <Input
            id={id}
            type="datetime-local"
            value={`${chinaTime(form.day).slice(0, 10)}T${form.starts}`}
            onChange={(event) => {
              const at = fromChinaTime(event.target.value);
              if (at !== null) onChange({ ...form, day: at, starts: clock(at) });
            }}
          />
        )}
      </Field>
      {number('batch', 5, 200)}
      {number('slack', 0, 100)}
      <ChoiceField
        label={t('floors')}
        value={form.floors}
        options={FLOOR_ORDERS.map((value) => ({ value, label: t(`floors.${value}`) }))}
        onChange={(floors) => onChange({ ...form, floors })}
      />
      <ChoiceField
        label={t('priority')}
        value={form.priority}
        options={PRIORITY_WAYS.map((value) => ({ value, label: t(`priority.${value}`) }))}
        onChange={(priority) => onChange({ ...form, priority })}
      />
      {number('teams', 1, 20)}
    </div>
  );
}
