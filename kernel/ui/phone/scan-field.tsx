import { lazy, Suspense, useState } from 'react';
import { uiText } from '../messages/index.ts';
import { useText } from '../use-text.ts';
import { BigButton } from './big-button.tsx';
import { useWedge } from './use-wedge.ts';
import { cleanCode } from './wedge.ts';

const CameraView = lazy(() => import('./camera-view.tsx'));

export type ScanWay = 'camera' | 'scanner' | 'typed';

/**
 * Three equal ways to read a code: the camera, a hand scanner that types (always listening), typing. Codes come out
 * cleaned: plain letters for full-width ones, no blanks around.
 */
export function ScanField(props: {
  onCode: (code: string, way: ScanWay) => void;
  /** What is scanned, for screen readers and above the typing field, e.g. "居民码或试管码". */
  label: string;
  /** The button's words; "扫码" where none are given. */
  action?: string;
  disabled?: boolean;
}) {
  const t = useText(uiText);
  const [camera, setCamera] = useState(false);
  const [typed, setTyped] = useState('');
  const disabled = props.disabled ?? false;

  const take = (raw: string, way: ScanWay) => {
    const code = cleanCode(raw);
    if (code !== '' && !disabled) props.onCode(code, way);
  };
  useWedge((code) => take(code, 'scanner'));

  return (
    <section className="scan" aria-label={props.label}>
      {camera ? (
        <Suspense fallback={<p role="status">{t('scan.starting')}</p>}>
          <CameraView onCode={(code) => take(code, 'camera')} onClose={() => setCamera(false)} />
        </Suspense>
      ) : null}
      <form
        className="scan-typed"
        onSubmit={(event) => {
          event.preventDefault();
          take(typed, 'typed');
          setTyped('');
        }}
      >
        <input
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          aria-label={`${t('scan.type')}: ${props.label}`}
          placeholder={t('scan.type')}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          enterKeyHint="done"
        />
        <button type="submit" disabled={disabled || typed.trim() === ''}>
          {t('scan.take')}
        </button>
      </form>
      {camera ? null : (
        <BigButton onPress={() => setCamera(true)} disabled={disabled}>
          {props.action ?? t('scan.camera')}
        </BigButton>
      )}
      <p className="scan-hint">{t('scan.listening')}</p>
    </section>
  );
}
