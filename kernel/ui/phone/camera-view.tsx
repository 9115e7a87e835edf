import { useEffect, useRef, useState } from 'react';
import { uiText } from '../messages/index.ts';
import { useText } from '../use-text.ts';
import { CameraError, type CameraFault, type OpenCamera, openCamera } from './camera.ts';

/** What no second try in the same page mends. */
const HOPELESS: ReadonlySet<CameraFault> = new Set(['insecure', 'unreadable']);

/** The camera's picture with what it needs around it. Default export: loaded lazily, with the reader. */
export default function CameraView(props: { onCode: (code: string) => void; onClose: () => void }) {
  const t = useText(uiText);
  const video = useRef<HTMLVideoElement>(null);
  const onCode = useRef(props.onCode);
  onCode.current = props.onCode;
  const [camera, setCamera] = useState<OpenCamera | null>(null);
  const [fault, setFault] = useState<CameraFault | null>(null);
  const [torch, setTorch] = useState(false);
  const [attempt, setAttempt] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each attempt opens the camera anew
  useEffect(() => {
    const element = video.current;
    if (!element) return;
    let open: OpenCamera | null = null;
    let gone = false;
    openCamera(element, (code) => onCode.current(code), setFault)
      .then((opened) => {
        open = opened;
        if (gone) opened.stop();
        else setCamera(opened);
      })
      .catch((error: unknown) => setFault(error instanceof CameraError ? error.fault : 'busy'));
    return () => {
      gone = true;
      open?.stop();
    };
  }, [attempt]);

  if (fault) {
    return (
      <div className="camera-fault">
        <p role="alert">{t('scan.no-camera', { reason: t(`scan.reason.${fault}`) })}</p>
        {fault === 'denied' ? <p>{t('scan.allow')}</p> : null}
        {HOPELESS.has(fault) ? null : (
          <button
            type="button"
            onClick={() => {
              setCamera(null);
              setFault(null);
              setAttempt(attempt + 1);
            }}
          >
            {t('scan.retry')}
          </button>
        )}
      </div>
    );
  }
  return (
    <div className="camera">
      <video ref={video} playsInline muted aria-label={t('scan.camera')} />
      {camera ? <div className="camera-aim" aria-hidden="true" /> : <p role="status">{t('scan.starting')}</p>}
      <div className="camera-bar">
        {camera?.hasTorch ? (
          <button
            type="button"
            aria-pressed={torch}
            onClick={() => {
              setTorch(!torch);
              camera.setTorch(!torch).catch(() => setTorch(false));
            }}
          >
            {t('scan.torch')}
          </button>
        ) : null}
        <button type="button" onClick={props.onClose}>
          {t('scan.camera-stop')}
        </button>
      </div>
    </div>
  );
}
