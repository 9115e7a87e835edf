import { Alert, Button } from 'antd';
import { type ReactNode, useMemo } from 'react';
import { printInBrowser } from '#kernel/print/browser.ts';
import type { Problem } from '#kernel/problem/problem.ts';
import { ProblemAlert } from '#kernel/ui/console/index.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { printText } from '../../messages/print.ts';

export interface PanelProps<T> {
  readonly items: readonly T[];
  /** Makes the document of some of the items. */
  readonly make: (items: readonly T[]) => string;
  /** As many items as fill the first two pages: more in a preview help nobody and cost seconds. */
  readonly previewed: number;
  readonly problem?: Problem | null;
  /** Said instead of the preview while there is nothing. */
  readonly empty?: string;
  readonly onPrinted?: () => void;
  readonly testPage?: () => string;
  /** The form. */
  readonly children: ReactNode;
}

export function Panel<T>(props: PanelProps<T>) {
  const t = useText(printText);
  const { items, make, previewed, onPrinted, testPage } = props;
  const preview = useMemo(
    () => (items.length === 0 ? null : make(items.slice(0, previewed))),
    [items, make, previewed],
  );
  const print = async () => {
    await printInBrowser(make(items));
    onPrinted?.();
  };

  return (
    <div className="print-panel">
      <div className="print-form">
        {props.children}
        <ProblemAlert problems={props.problem ? [props.problem] : []} />
        <div className="print-buttons">
          <Button type="primary" disabled={items.length === 0} onClick={() => void print()}>
            {t('desk.print')}
          </Button>
          {testPage ? (
            <Button onClick={() => void printInBrowser(testPage())}>{t('desk.test-page')}</Button>
          ) : null}
        </div>
        {items.length > previewed ? (
          <p className="print-note">{t('desk.preview-part', { n: previewed, m: items.length })}</p>
        ) : null}
      </div>
      {preview === null ? (
        <Alert type="info" title={props.empty ?? t('desk.nothing')} />
      ) : (
        <iframe className="print-preview" title={t('desk.preview')} srcDoc={preview} sandbox="" />
      )}
    </div>
  );
}
