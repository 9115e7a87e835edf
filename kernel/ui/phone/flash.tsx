import { useEffect } from 'react';
import { Cell } from '../cell.ts';
import { FaceShape } from '../face.tsx';
import { useCell } from '../store.ts';
import { type Feel, feel, wakeSound } from './feedback.ts';

/** How long the result of a scan fills the screen (look.md). */
export const FLASH_MS = 600;

interface Flashing {
  readonly id: number;
  readonly kind: Feel;
  readonly word: string;
}

const flashing = new Cell<Flashing | null>(null);
let count = 0;

/** Full-width flash, sound, vibration and one word. Nothing to dismiss; the next scan replaces it. */
export function flash(kind: Feel, word: string): void {
  count += 1;
  flashing.set({ id: count, kind, word });
  feel(kind);
}

/** Stands once in the phone's shell. */
export function ScanFlash() {
  const shown = useCell(flashing);

  useEffect(() => {
    window.addEventListener('pointerdown', wakeSound, { once: true });
    window.addEventListener('keydown', wakeSound, { once: true });
    return () => {
      window.removeEventListener('pointerdown', wakeSound);
      window.removeEventListener('keydown', wakeSound);
    };
  }, []);

  useEffect(() => {
    if (!shown) return;
    const timer = setTimeout(() => flashing.set(null), FLASH_MS);
    return () => clearTimeout(timer);
  }, [shown]);

  return (
    <div aria-live="assertive" className="flash-live">
      {shown ? (
        <div key={shown.id} className={`flash flash-${shown.kind}`}>
          <FaceShape face={shown.kind} />
          <span>{shown.word}</span>
        </div>
      ) : null}
    </div>
  );
}
