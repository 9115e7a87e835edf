import { type ReactNode, useEffect, useRef } from 'react';

/** What fills the screen until something came of it. The focus goes in, so that it is read out and keys reach it. */
export function FullAnswer({ labelledBy, children }: { labelledBy: string; children: ReactNode }) {
  const box = useRef<HTMLElement>(null);
  // It fills the screen: nothing has to scroll.
  useEffect(() => afterPaint(() => box.current?.focus({ preventScroll: true })), []);
  return (
    <section
      ref={box}
      className="gate-answer"
      role="dialog"
      aria-modal="true"
      aria-labelledby={labelledBy}
      tabIndex={-1}
    >
      {children}
    </section>
  );
}

/** Once what was drawn is seen: a focus has the page laid out at once. @returns what calls it off */
function afterPaint(work: () => void): () => void {
  let timer = 0;
  const frame = requestAnimationFrame(() => {
    timer = window.setTimeout(work);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
