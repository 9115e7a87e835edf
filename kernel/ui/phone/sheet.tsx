import { type ReactNode, useEffect, useId, useRef } from 'react';
import { uiText } from '../messages/index.ts';
import { useText } from '../use-text.ts';
import { BigButton } from './big-button.tsx';

/** Rises from the bottom where a decision is needed. Focus goes in and comes back; Escape and the ground close it. */
export function BottomSheet(props: { title: string; onClose: () => void; children: ReactNode }) {
  const t = useText(uiText);
  const heading = useId();
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const before = document.activeElement;
    box.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);

  const onKey = (event: React.KeyboardEvent) => {
    if (event.key === 'Escape') props.onClose();
    if (event.key === 'Tab') keepInside(event, box.current);
  };

  return (
    <div className="sheet-ground">
      <button
        type="button"
        className="sheet-away"
        aria-label={t('close')}
        tabIndex={-1}
        onClick={props.onClose}
      />
      <div
        ref={box}
        className="sheet"
        role="dialog"
        aria-modal="true"
        aria-labelledby={heading}
        tabIndex={-1}
        onKeyDown={onKey}
      >
        <h2 id={heading}>{props.title}</h2>
        {props.children}
      </div>
    </div>
  );
}

/** A question with two answers, both verbs. */
export function AskSheet(props: {
  title: string;
  children?: ReactNode;
  yes: string;
  no?: string;
  danger?: boolean;
  onYes: () => void;
  onNo: () => void;
}) {
  const t = useText(uiText);
  return (
    <BottomSheet title={props.title} onClose={props.onNo}>
      {props.children}
      <BigButton tone={props.danger === true ? 'danger' : 'main'} onPress={props.onYes}>
        {props.yes}
      </BigButton>
      <BigButton tone="plain" onPress={props.onNo}>
        {props.no ?? t('cancel')}
      </BigButton>
    </BottomSheet>
  );
}

/** Tab goes round within the sheet. */
function keepInside(event: React.KeyboardEvent, box: HTMLElement | null): void {
  const stops =
    box?.querySelectorAll<HTMLElement>('button:not(:disabled), input, select, textarea, a[href]') ?? [];
  const first = stops[0];
  const last = stops[stops.length - 1];
  if (!first || !last) return;
  const active = document.activeElement;
  if (event.shiftKey && (active === first || active === box)) {
    event.preventDefault();
    last.focus();
  } else if (!event.shiftKey && active === last) {
    event.preventDefault();
    first.focus();
  }
}
