import { useEffect, useRef, useState } from 'react';
import { dropKept, keepFile, keptPart, openKept } from '#kernel/files/client/kept-files.ts';
import type { FileRef } from '#kernel/files/contract.ts';

export interface KeptVideo {
  readonly state: 'looking' | 'away' | 'loading' | 'here' | 'playing';
  /** What part is here, 0–1. */
  readonly part: number;
  /** Why it stopped by itself; null where it did not. */
  readonly fault: unknown;
  readonly url: string | null;
  load(): void;
  stop(): void;
  play(): void;
  drop(): void;
}

/** A file on this phone: how much of it is here, bringing it, opening it. @param key base64url */
export function useKeptVideo(areaId: string, file: FileRef, key: string): KeptVideo {
  const [state, setState] = useState<KeptVideo['state']>('looking');
  const [part, setPart] = useState(0);
  const [fault, setFault] = useState<unknown>(null);
  const [url, setUrl] = useState<string | null>(null);
  const stopping = useRef<AbortController | null>(null);

  useEffect(() => {
    let gone = false;
    void keptPart(areaId, file).then((here) => {
      if (gone) return;
      setPart(here);
      setState(here >= 1 ? 'here' : 'away');
    });
    return () => {
      gone = true;
      stopping.current?.abort();
    };
  }, [areaId, file]);
  useEffect(() => () => (url === null ? undefined : URL.revokeObjectURL(url)), [url]);

  const load = async () => {
    const controller = new AbortController();
    stopping.current = controller;
    setFault(null);
    setState('loading');
    try {
      await keepFile(areaId, file, controller.signal, setPart);
      setState('here');
    } catch (error) {
      if (!controller.signal.aborted) setFault(error);
      setPart(await keptPart(areaId, file));
      setState('away');
    }
  };
  const drop = async () => {
    await dropKept(areaId, file.fileId);
    setUrl(null);
    setPart(0);
    setState('away');
  };
  const play = async () => {
    const blob = await openKept(areaId, file, key);
    // What is here does not open: it is brought anew.
    if (!blob) return drop();
    setUrl(URL.createObjectURL(blob));
    setState('playing');
  };
  return {
    state,
    part,
    fault,
    url,
    load: () => void load(),
    stop: () => stopping.current?.abort(),
    play: () => void play(),
    drop: () => void drop(),
  };
}
