import { BarcodeDetector, prepareZXingModule } from 'barcode-detector/ponyfill';
import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url';

/**
 * Reads codes with the camera. Loaded only when the camera is asked for; its reader comes with the page, not a CDN.
 * zxing-wasm is pinned to the very version barcode-detector brings: another one's wasm loads and then never answers.
 */

prepareZXingModule({
  overrides: {
    locateFile: (path: string, prefix: string) => (path.endsWith('.wasm') ? wasmUrl : prefix + path),
  },
});

const FORMATS = ['qr_code', 'data_matrix', 'code_128', 'code_39', 'ean_13', 'itf'] as const;

/** Between two looks, ms: fast enough for a hand that holds a card, slow enough for a cheap phone. */
const LOOK_EVERY_MS = 120;
/** The same code is not reported again while it stays in the picture this long. */
const SAME_CODE_MS = 1_800;

export type CameraFault = 'insecure' | 'denied' | 'missing' | 'busy' | 'unreadable';

export class CameraError extends Error {
  constructor(readonly fault: CameraFault) {
    super(`camera: ${fault}`);
    this.name = 'CameraError';
  }
}

export interface OpenCamera {
  readonly hasTorch: boolean;
  readonly setTorch: (on: boolean) => Promise<void>;
  readonly stop: () => void;
}

/**
 * Opens the back camera into `video` and reports each code once. Throws `CameraError`.
 * @param onFault the reader gave up, e.g. an old browser that may not run it under our content policy
 */
export async function openCamera(
  video: HTMLVideoElement,
  onCode: (code: string) => void,
  onFault: (fault: CameraFault) => void,
): Promise<OpenCamera> {
  const stream = await askForCamera();
  let running = true;
  const stop = () => {
    running = false;
    for (const track of stream.getTracks()) track.stop();
    video.srcObject = null;
  };
  try {
    video.srcObject = stream;
    await video.play();
  } catch (error) {
    // A video that leaves the page before its first picture rejects here; nobody else could let the camera go.
    stop();
    throw error;
  }
  const detector = new BarcodeDetector({ formats: [...FORMATS] });
  const last = { code: '', at: 0 };

  const look = async () => {
    while (running) {
      const [found] = await detector.detect(video);
      const now = performance.now();
      if (running && found && (found.rawValue !== last.code || now - last.at > SAME_CODE_MS)) {
        last.code = found.rawValue;
        onCode(found.rawValue);
      }
      if (found) last.at = now;
      await pause(LOOK_EVERY_MS);
    }
  };
  look().catch(() => {
    stop();
    onFault('unreadable');
  });

  const [track] = stream.getVideoTracks();
  return {
    hasTorch: track !== undefined && 'torch' in (track.getCapabilities?.() ?? {}),
    // `torch` is a constraint of Chrome on phones that the DOM's types do not list.
    setTorch: async (on) => track?.applyConstraints({ advanced: [{ torch: on } as MediaTrackConstraintSet] }),
    stop,
  };
}

async function askForCamera(): Promise<MediaStream> {
  if (!window.isSecureContext) throw new CameraError('insecure');
  if (!navigator.mediaDevices) throw new CameraError('missing');
  try {
    return await navigator.mediaDevices.getUserMedia({
      audio: false,
      video: { facingMode: { ideal: 'environment' }, width: { ideal: 1280 }, height: { ideal: 720 } },
    });
  } catch (error) {
    throw new CameraError(faultOf(error));
  }
}

function faultOf(error: unknown): CameraFault {
  const name = error instanceof Error ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied';
  if (name === 'NotReadableError' || name === 'AbortError') return 'busy';
  return 'missing';
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
