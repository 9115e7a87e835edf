import { type ReactNode, useEffect, useRef } from 'react';

/** What fills the screen until something came of it. The focus goes in, so that it is read out and keys reach it. */
export function FullAnswer({ labelledBy, children }: { labelledBy: string; children: ReactNode }) {
  const box = useRef<HTMLElement>(null);
  // It fills the screen: nothing has to scroll.
  useEffect(() => box.current?.focus({ preventScroll: true }), []);
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
