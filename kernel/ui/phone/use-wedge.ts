import { useEffect, useRef } from 'react';
import { FIELD_GAP_MS, FREE_GAP_MS, IDLE, takeKey, type WedgeBurst } from './wedge.ts';

/**
 * Listens to a hand scanner on the whole page for as long as the component stands. Focus is never moved. When a
 * scanner fires while a text field has the focus, the code is taken and the field gets back what it held before.
 * Fields marked `data-wedge="off"` and password fields are left alone.
 */
export function useWedge(onCode: (code: string) => void): void {
  const latest = useRef(onCode);
  latest.current = onCode;

  useEffect(() => {
    let burst: WedgeBurst = IDLE;
    let before: { field: TextField; value: string } | null = null;

    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const field = textField(event.target);
      if (field && leftAlone(field)) return;
      const begins = burst.text === '';
      const gap = field ? FIELD_GAP_MS : FREE_GAP_MS;
      const step = takeKey(
        burst,
        {
          key: event.key,
          code: event.code,
          shift: event.shiftKey,
          at: event.timeStamp,
        },
        gap,
      );
      const restarted = step.burst.text.length <= 1;
      if ((begins || restarted) && step.code === null) before = field ? { field, value: field.value } : null;
      burst = step.burst;
      if (step.code === null) return;
      event.preventDefault();
      event.stopPropagation();
      if (before && before.field === field) putBack(before.field, before.value);
      before = null;
      latest.current(step.code);
    };
    window.addEventListener('keydown', listen, true);
    return () => window.removeEventListener('keydown', listen, true);
  }, []);
}

type TextField = HTMLInputElement | HTMLTextAreaElement;

/** Fields that hold no typing: a choice that was tapped last keeps the focus while the scanner fires. */
const TAPPED = new Set(['radio', 'checkbox', 'button', 'submit', 'file', 'range', 'color', 'image', 'reset']);

function textField(target: EventTarget | null): TextField | null {
  if (target instanceof HTMLInputElement) return TAPPED.has(target.type) ? null : target;
  return target instanceof HTMLTextAreaElement ? target : null;
}

const leftAlone = (field: TextField): boolean =>
  field.type === 'password' || field.closest('[data-wedge="off"]') !== null;

/** Through the element's own setter, so that React sees the change like any typing. */
function putBack(field: TextField, value: string): void {
  const prototype =
    field instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype;
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, value);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
