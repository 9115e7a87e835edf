import type { ReactNode } from 'react';
import { Mark } from '../badge.tsx';
import { uiText } from '../messages/index.ts';
import { useGo } from '../navigation.tsx';
import type { GroupMark } from '../screen.ts';
import { useText } from '../use-text.ts';

/** One task, one screen: a title line, the content, and what the thumb needs in the bottom third. */
export function PhonePage(props: {
  title: string;
  mark?: GroupMark;
  /** Where the arrow at the top left leads; left out on first pages. */
  back?: string;
  /** At the right of the title line, e.g. the count of pending entries. */
  aside?: ReactNode;
  /** Fixed at the bottom. */
  actions?: ReactNode;
  /** Black on white with strong edges, for work in the sun. */
  field?: boolean;
  children: ReactNode;
}) {
  const go = useGo();
  const t = useText(uiText);
  const { back } = props;
  return (
    <div className={props.field === true ? 'phone-page phone-field' : 'phone-page'}>
      <header className="phone-head">
        {back === undefined ? null : (
          <button type="button" className="phone-back" aria-label={t('back')} onClick={() => go(back)}>
            <svg viewBox="0 0 24 24" aria-hidden="true">
              <path d="M15 4 7 12l8 8" fill="none" stroke="currentColor" strokeWidth="2.6" />
            </svg>
          </button>
        )}
        {props.mark === undefined ? null : <Mark mark={props.mark} />}
        <h1>{props.title}</h1>
        {props.aside === undefined ? null : <div className="phone-aside">{props.aside}</div>}
      </header>
      <main className="phone-body">{props.children}</main>
      {props.actions === undefined ? null : <div className="phone-actions">{props.actions}</div>}
    </div>
  );
}
