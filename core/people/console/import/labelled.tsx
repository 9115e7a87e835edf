import { type ReactNode, useId } from 'react';

/** A field under its label; the field takes the id it is given. */
export function Labelled(props: { label: ReactNode; children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div className="import-field">
      <label htmlFor={id}>{props.label}</label>
      {props.children(id)}
    </div>
  );
}
