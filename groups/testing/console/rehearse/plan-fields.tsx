import { Button, Checkbox, Input } from 'antd';
import { Field, NumberField } from '#kernel/print/field.tsx';
import { useText } from '#kernel/ui/use-text.ts';
import { rehearseText } from '../../messages/rehearse.ts';
import type { PlanForm } from './plan-form.ts';

/** One plan: lanes, when people are called, how many at a time, rest. */
export function PlanFields(props: {
  name: string;
  form: PlanForm;
  ratio: number;
  /** Whether a call-up was planned. */
  hasPlan: boolean;
  onChange: (form: PlanForm) => void;
  onRemove?: () => void;
}) {
  const t = useText(rehearseText);
  const { form, onChange, onRemove } = props;
  const change = (part: Partial<PlanForm>) => onChange({ ...form, ...part });
  const clock = (label: string, key: 'begin' | 'until') => (
    <Field label={label}>
      {(id) => (
        <Input
          id={id}
          type="time"
          value={form[key]}
          disabled={form.planned}
          onChange={(event) => change({ [key]: event.target.value })}
        />
      )}
    </Field>
  );
  return (
    <fieldset className="rehearse-plan">
      <legend>{props.name}</legend>
      <NumberField
        label={t('lanes')}
        value={form.lanes}
        min={1}
        max={60}
        onChange={(lanes) => change({ lanes })}
      />
      {clock(t('begin'), 'begin')}
      {clock(t('until'), 'until')}
      <NumberField
        label={t('batch')}
        value={form.batch}
        min={5}
        max={200}
        onChange={(batch) => change({ batch })}
      />
      <NumberField
        label={t('rest')}
        value={form.rest}
        min={0}
        max={60}
        onChange={(rest) => change({ rest })}
      />
      <Checkbox checked={form.single} onChange={(event) => change({ single: event.target.checked })}>
        {t('single')}
      </Checkbox>
      {props.hasPlan ? (
        <Checkbox checked={form.planned} onChange={(event) => change({ planned: event.target.checked })}>
          {t('planned')}
        </Checkbox>
      ) : null}
      {onRemove ? <Button onClick={onRemove}>{t('remove')}</Button> : null}
    </fieldset>
  );
}
