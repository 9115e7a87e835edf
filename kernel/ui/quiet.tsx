import type { ReactNode } from 'react';
import { uiText } from './messages/index.ts';
import { problemOf } from './problem-of.ts';
import { useProblemText, useText } from './use-text.ts';

/** What a place shows instead of its content: nothing there, still loading, failed, offline. Each says what next. */

/** @param title what is not there, @param next what to do about it, with a button if there is one */
export function EmptyFace({ title, next, children }: { title: string; next?: string; children?: ReactNode }) {
  return (
    <div className="quiet">
      <strong>{title}</strong>
      {next === undefined ? null : <span>{next}</span>}
      {children}
    </div>
  );
}

export function LoadingFace({ what }: { what?: string }) {
  const t = useText(uiText);
  return (
    <div className="quiet" role="status">
      <span className="quiet-bars" aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
      <span>{what ?? t('loading')}</span>
    </div>
  );
}

/** @param retry asks again; without it only the words stand */
export function ErrorFace({ error, retry }: { error: unknown; retry?: () => void }) {
  const t = useText(uiText);
  const say = useProblemText();
  const problem = problemOf(error);
  return (
    <div className="quiet" role="alert">
      <strong>{problem.code === 'ui.offline' ? t('offline') : t('failed')}</strong>
      <span>{say(problem)}</span>
      {retry === undefined ? null : (
        <button type="button" className="quiet-retry" onClick={retry}>
          {t('retry')}
        </button>
      )}
    </div>
  );
}
