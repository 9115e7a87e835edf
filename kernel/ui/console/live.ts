import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Cell } from '../cell.ts';
import { LivePace } from './live-pace.ts';

/** Whether the stream of changes stands; the shell says so when it does not. */
export const liveCell = new Cell<'on' | 'lost'>('on');

/** Asks every visible query again when the area changes. Stands once in the console's shell. */
export function useLive(areaId: string | null): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (areaId === null) return;
    const pace = new LivePace(() => queries.invalidateQueries());
    const source = new EventSource(`/api/areas/${areaId}/live`);
    // EventSource reconnects by itself; what changed meanwhile was not told, so everything is asked again.
    source.onopen = () => {
      if (liveCell.get() === 'lost') void pace.ask();
      liveCell.set('on');
    };
    source.onerror = () => liveCell.set('lost');
    source.onmessage = pace.moved;
    return () => {
      source.close();
      pace.stop();
    };
  }, [areaId, queries]);
}
