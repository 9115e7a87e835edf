import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Cell } from '../cell.ts';

/** Whether the stream of changes stands; the shell says so when it does not. */
export const liveCell = new Cell<'on' | 'lost'>('on');

/** At most one round of questions in this time, ms, however fast the area changes. */
const GATHER_MS = 400;

/** Asks every visible query again when the area changes. Stands once in the console's shell. */
export function useLive(areaId: string | null): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (areaId === null) return;
    let timer: ReturnType<typeof setTimeout> | null = null;
    const source = new EventSource(`/api/areas/${areaId}/live`);
    const refresh = () => {
      timer = null;
      void queries.invalidateQueries();
    };
    // EventSource reconnects by itself; what changed meanwhile was not told, so everything is asked again.
    source.onopen = () => {
      if (liveCell.get() === 'lost') refresh();
      liveCell.set('on');
    };
    source.onerror = () => liveCell.set('lost');
    source.onmessage = () => {
      timer ??= setTimeout(refresh, GATHER_MS);
    };
    return () => {
      source.close();
      if (timer !== null) clearTimeout(timer);
    };
  }, [areaId, queries]);
}
