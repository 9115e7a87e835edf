import type { ReactNode } from 'react';

/** One line of the roll-call: a tap says that this one is out of the house, another takes it back. */
export function EvacuationRow(props: {
  title: string;
  aside: ReactNode;
  ticked: boolean;
  onPress: () => void;
}) {
  return (
    <li className="phone-row">
      <button type="button" className="evac-row" aria-pressed={props.ticked} onClick={props.onPress}>
        <span className="evac-box" aria-hidden="true">
          {props.ticked ? '✓' : ''}
        </span>
        <span className="phone-row-text">
          <span className="phone-row-title">{props.title}</span>
        </span>
        {props.aside}
      </button>
    </li>
  );
}
