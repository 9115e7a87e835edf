import { InputNumber, Select } from 'antd';
import { type ReactNode, useId } from 'react';

/** A label above its input. */
export function Field(props: { label: string; children: (id: string) => ReactNode; note?: string }) {
  const id = useId();
  return (
    <div className="print-field">
      <label htmlFor={id}>{props.label}</label>
      {props.children(id)}
      {props.note === undefined ? null : <p className="print-note">{props.note}</p>}
    </div>
  );
}

export function NumberField(props: {
  label: string;
  value: number;
  min: number;
  max: number;
  onChange: (value: number) => void;
}) {
  const { label, value, min, max, onChange } = props;
  return (
    <Field label={label}>
      {(id) => (
        <InputNumber
          id={id}
          value={value}
          min={min}
          max={max}
          precision={0}
          onChange={(next) => onChange(next ?? min)}
        />
      )}
    </Field>
  );
}

export function ChoiceField<V extends string>(props: {
  label: string;
  value: V;
  options: readonly { readonly value: V; readonly label: string }[];
  onChange: (value: V) => void;
}) {
  return (
    <Field label={props.label}>
      {(id) => (
        <Select<V> id={id} value={props.value} options={[...props.options]} onChange={props.onChange} />
      )}
    </Field>
  );
}
