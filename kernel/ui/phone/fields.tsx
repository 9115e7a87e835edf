import { type ReactNode, useId } from 'react';

/** A labelled text field, 56 px. `hint` says what is wanted, `error` what is wrong and what to do. */
export function PhoneInput(props: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  hint?: string;
  error?: string | undefined;
  type?: 'text' | 'tel' | 'password' | 'number' | 'search';
  /** Which on-screen keyboard opens. */
  inputMode?: 'text' | 'tel' | 'numeric' | 'search';
  autoComplete?: string;
}) {
  const id = useId();
  const note = props.error ?? props.hint;
  return (
    <div className="phone-input">
      <label htmlFor={id}>{props.label}</label>
      <input
        id={id}
        type={props.type ?? 'text'}
        inputMode={props.inputMode}
        autoComplete={props.autoComplete ?? 'off'}
        value={props.value}
        aria-invalid={props.error !== undefined}
        aria-describedby={note === undefined ? undefined : `${id}-note`}
        onChange={(event) => props.onChange(event.target.value)}
      />
      {note === undefined ? null : (
        <p id={`${id}-note`} className={props.error === undefined ? 'phone-note' : 'phone-note phone-error'}>
          {note}
        </p>
      )}
    </div>
  );
}

/** One of a few, all in sight: big segments instead of a drop-down. */
export function PhoneChoice<V extends string>(props: {
  label: string;
  value: V | null;
  options: readonly { readonly value: V; readonly label: ReactNode }[];
  onChange: (value: V) => void;
}) {
  const name = useId();
  return (
    <fieldset className="phone-choice">
      <legend>{props.label}</legend>
      {props.options.map((option) => (
        <label key={option.value}>
          <input
            type="radio"
            name={name}
            checked={option.value === props.value}
            onChange={() => props.onChange(option.value)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
