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
    let known = -1;
    const source = new EventSource(`/api/areas/${areaId}/live`);
    const refresh = () => {
      timer = null;
      void queries.invalidateQueries();
    };
    source.onopen = () => liveCell.set('on');
    // EventSource reconnects by itself; a version missed meanwhile comes with the first message.
    source.onerror = () => liveCell.set('lost');
    source.onmessage = (event: MessageEvent<string>) => {
      const version = versionIn(event.data);
      if (version === known) return;
      const first = known === -1;
      known = version;
      if (!first) timer ??= setTimeout(refresh, GATHER_MS);
    };
    return () => {
      source.close();
      if (timer !== null) clearTimeout(timer);
    };
  }, [areaId, queries]);
}

function versionIn(data: string): number {
  const parsed: unknown = JSON.parse(data);
  return typeof parsed === 'object' && parsed !== null && 'version' in parsed ? Number(parsed.version) : -1;
}
