import { Alert, Button } from 'antd';
import { type ReactNode, useMemo } from 'react';
import type { Problem } from '../problem/problem.ts';
import { ProblemAlert } from '../ui/console/problem-alert.tsx';
import { useText } from '../ui/use-text.ts';
import { printInBrowser } from './browser.ts';
import { text } from './messages/index.ts';
import { PrintPreview } from './preview.tsx';
import './panel.css';

export interface PrintPanelProps<T> {
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

/** A form at the left, the sheet as it will be at the right, and the button that prints all of it. */
export function PrintPanel<T>(props: PrintPanelProps<T>) {
  const t = useText(text);
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
            {t('panel.print')}
          </Button>
          {testPage ? (
            <Button onClick={() => void printInBrowser(testPage())}>{t('panel.test-page')}</Button>
          ) : null}
        </div>
        {items.length > previewed ? (
          <p className="print-note">{t('panel.preview-part', { n: previewed, m: items.length })}</p>
        ) : null}
      </div>
      {preview === null ? (
        <Alert type="info" title={props.empty ?? t('panel.nothing')} />
      ) : (
        <PrintPreview title={t('panel.preview')} document={preview} />
      )}
    </div>
  );
}
