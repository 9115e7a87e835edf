import type { ReactNode } from 'react';
import { GoLink } from '../navigation.tsx';

/** One page, one question. */
export function Page(props: {
  title: string;
  /** What this page answers, in one line. */
  lead?: ReactNode;
  /** Where this page hangs: links back up, in order. */
  trail?: readonly { readonly title: string; readonly to: string }[];
  /** Buttons at the right of the title. */
  actions?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className="page">
      {props.trail === undefined ? null : (
        <nav className="page-trail" aria-label={props.title}>
          {props.trail.map((step) => (
            <span key={step.to}>
              <GoLink to={step.to}>{step.title}</GoLink>
            </span>
          ))}
        </nav>
      )}
      <header className="page-head">
        <div className="page-title">
          <h1>{props.title}</h1>
          {props.lead === undefined ? null : <div className="page-lead">{props.lead}</div>}
        </div>
        {props.actions === undefined ? null : <div className="page-actions">{props.actions}</div>}
      </header>
      {props.children}
    </div>
  );
}

/** A titled part of a page. */
export function Section(props: { title: string; aside?: ReactNode; children: ReactNode }) {
  return (
    <section className="page-section">
      <header>
        <h2>{props.title}</h2>
        {props.aside}
      </header>
      {props.children}
    </section>
  );
}
