import { useEffect, useState } from 'react';

/** The clock of this device, epoch ms, looked at again after each `everyMs`: for what is due or late by itself. */
export function useNow(everyMs: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
