import { Alert, Checkbox } from 'antd';
import { useState } from 'react';
import { useText } from '#kernel/ui/use-text.ts';
import { printText } from '../../messages/print.ts';

/** Where full names come from, for those who may read the register. */
export interface NameSource {
  readonly may: boolean;
  /** Resident id → full name, of everybody on the round's list. */
  readonly load: () => Promise<ReadonlyMap<string, string>>;
}

/** Full names are fetched only when someone asks for them. */
export function useFullNames(source: NameSource) {
  const t = useText(printText);
  const [names, setNames] = useState<ReadonlyMap<string, string> | null>(null);
  const [state, setState] = useState<'idle' | 'loading' | 'failed'>('idle');

  const toggle = async (wanted: boolean) => {
    setNames(null);
    if (!wanted) return;
    setState('loading');
    try {
      setNames(await source.load());
      setState('idle');
    } catch {
      // The masked card is still right; what failed is said beside the box.
      setState('failed');
    }
  };
  const form = (
    <>
      <Checkbox
        checked={names !== null || state === 'loading'}
        disabled={!source.may || state === 'loading'}
        onChange={(event) => void toggle(event.target.checked)}
      >
        {t('desk.full-names')}
      </Checkbox>
      {source.may ? null : <p className="print-note">{t('desk.full-names-why')}</p>}
      {state === 'failed' ? <Alert type="error" role="alert" title={t('desk.full-names-failed')} /> : null}
    </>
  );
  return { names, form };
}
