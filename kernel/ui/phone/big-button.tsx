import type { ReactNode } from 'react';

/** At least 72 px high, for a thumb in a glove. A verb stands on it. */
export function BigButton(props: {
  onPress: () => void;
  children: ReactNode;
  tone?: 'main' | 'plain' | 'danger';
  disabled?: boolean;
  /** Why it does not work now; shown beneath it, so that nobody presses in vain. */
  why?: string | undefined;
  busy?: boolean;
}) {
  const off = props.disabled === true || props.busy === true;
  return (
    <div className="big">
      <button
        type="button"
        className={`big-button big-${props.tone ?? 'main'}`}
        disabled={off}
        aria-busy={props.busy === true}
        onClick={props.onPress}
      >
        {props.children}
      </button>
      {off && props.why !== undefined ? <p className="big-why">{props.why}</p> : null}
    </div>
  );
}

/** Buttons side by side, 56 px: the ways round the main one. */
export function ButtonRow({ children }: { children: ReactNode }) {
  return <div className="button-row">{children}</div>;
}

export function SideButton(props: { onPress: () => void; children: ReactNode; disabled?: boolean }) {
  return (
    <button type="button" className="side-button" disabled={props.disabled === true} onClick={props.onPress}>
      {props.children}
    </button>
  );
}
