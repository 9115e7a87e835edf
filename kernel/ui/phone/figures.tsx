import type { ReactNode } from 'react';

/** The one number that matters, 48 px. */
export function BigNumber(props: { value: number | string; of?: number | string; label: string }) {
  return (
    <p className="big-number">
      <span className="big-number-label">{props.label}</span>
      <span className="big-number-value">
        <strong>{props.value}</strong>
        {props.of === undefined ? null : <span> / {props.of}</span>}
      </span>
    </p>
  );
}

/** A bar with marks for each unit when there are few, as the ten places of a tube. */
export function Progress({ value, max, label }: { value: number; max: number; label: string }) {
  const part = max > 0 ? Math.min(1, value / max) : 0;
  return (
    <div
      className="progress"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuenow={value}
    >
      <div className="progress-fill" style={{ width: `${part * 100}%` }} />
      {max > 1 && max <= 20
        ? Array.from({ length: max - 1 }, (_, i) => ((i + 1) / max) * 100).map((left) => (
            <i key={left} style={{ left: `${left}%` }} />
          ))
        : null}
    </div>
  );
}

/** A line of the last results, with undo at its end; `pending` while the server has not confirmed it. */
export function LastLine(props: { children: ReactNode; action?: ReactNode; pending?: boolean }) {
  const { children, action, pending = false } = props;
  return (
    <div className={pending ? 'last-line last-line-pending' : 'last-line'}>
      <div>{children}</div>
      {action}
    </div>
  );
}
