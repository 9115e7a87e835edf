import type { ReactNode } from 'react';
import { Mark } from '../badge.tsx';
import { GoLink } from '../navigation.tsx';
import type { GroupMark } from '../screen.ts';

/** One thing on a page; opens another screen when `to` is given. */
export function PhoneCard(props: {
  title: string;
  mark?: GroupMark;
  to?: string;
  aside?: ReactNode;
  children?: ReactNode;
}) {
  const inside = (
    <>
      <span className="phone-card-head">
        {props.mark === undefined ? null : <Mark mark={props.mark} />}
        <strong>{props.title}</strong>
        {props.aside}
      </span>
      {props.children}
    </>
  );
  return props.to === undefined ? (
    <section className="phone-card">{inside}</section>
  ) : (
    <GoLink to={props.to} className="phone-card phone-card-link">
      {inside}
    </GoLink>
  );
}

/** Rows of a list on the phone, each at least 56 px. */
export function PhoneList({ children, label }: { children: ReactNode; label: string }) {
  return (
    <ul className="phone-list" aria-label={label}>
      {children}
    </ul>
  );
}

export function PhoneRow(props: {
  title: ReactNode;
  detail?: ReactNode;
  aside?: ReactNode;
  onPress?: () => void;
  /** A second, smaller target at the end of the row, e.g. to details. */
  more?: { readonly label: string; readonly onPress: () => void };
}) {
  const inside = (
    <>
      <span className="phone-row-text">
        <span className="phone-row-title">{props.title}</span>
        {props.detail === undefined ? null : <span className="phone-row-detail">{props.detail}</span>}
      </span>
      {props.aside}
    </>
  );
  return (
    <li className={props.more ? 'phone-row phone-row-two' : 'phone-row'}>
      {props.onPress === undefined ? (
        <div>{inside}</div>
      ) : (
        <button type="button" onClick={props.onPress}>
          {inside}
        </button>
      )}
      {props.more ? (
        <button
          type="button"
          className="phone-row-more"
          aria-label={props.more.label}
          onClick={props.more.onPress}
        >
          <span aria-hidden="true">⋯</span>
        </button>
      ) : null}
    </li>
  );
}
