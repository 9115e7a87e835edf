import { useEffect, useState } from 'react';
import type { Reach } from '../tls/reach.ts';
import { Cell } from './cell.ts';

/** The address that phones are shown, chosen on this computer among the server's; null where none was chosen. */
export const phoneOriginCell = new Cell<string | null>(null, {
  keep: 'concerto.phone-origin',
  accept: (kept): kept is string | null => typeof kept === 'string',
});

/** How the server is reached; null until it is known, or where nobody answers. Needs no session. */
export function useNetwork(): Reach | null {
  const [reach, setReach] = useState<Reach | null>(null);
  useEffect(() => {
    let gone = false;
    readNetwork().then(
      (read) => {
        if (!gone) setReach(read);
      },
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, []);
  return reach;
}

async function readNetwork(): Promise<Reach> {
  const response = await fetch('/api/network');
  if (!response.ok) throw new Error(`the network answered ${response.status}`);
  return (await response.json()) as Reach;
}

/** `phoneOrigin` asked now, for an invitation that is being made. */
export async function currentPhoneOrigin(): Promise<string> {
  const reach = await readNetwork().catch(() => null);
  return phoneOrigin(reach, phoneOriginCell.get(), window.location);
}

const LOOP = /^(localhost|127\.|\[::1\])/;

/**
 * The origin that stands in what a phone scans. The chosen one as long as the server still has it; else this page's
 * own, unless it is the computer's loop, which no phone reaches.
 */
export function phoneOrigin(
  reach: Pick<Reach, 'origins'> | null,
  chosen: string | null,
  here: Pick<Location, 'origin' | 'hostname'>,
): string {
  if (chosen !== null && reach?.origins.includes(chosen)) return chosen;
  return LOOP.test(here.hostname) ? (reach?.origins[0] ?? here.origin) : here.origin;
}
