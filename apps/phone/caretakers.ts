import { useEffect, useState } from 'react';
import { Caretaker } from '#kernel/sync/client/caretaker.ts';
import { areasHere } from '#kernel/sync/client/database.ts';
import { httpTransport } from '#kernel/sync/client/http-transport.ts';
import { deviceId } from '#kernel/ui/device.ts';
import { leaveClosedArea } from './closed-area.ts';

/** What rests on a phone that nobody has unlocked. */
export interface Resting {
  /** Commands that wait, by author. */
  readonly waiting: ReadonlyMap<string, number>;
  /** Areas that have revoked this device. */
  readonly revoked: ReadonlySet<string>;
  /** Areas whose emergency is over: nothing of them is left here. */
  readonly closed: ReadonlySet<string>;
  caretaker(areaId: string): Caretaker | undefined;
}

/** Looks after every area of this phone while the component stands: whatever is sealed goes as soon as there is a network. */
export function useCaretakers(): Resting | null {
  const [resting, setResting] = useState<Resting | null>(null);
  useEffect(() => {
    const all = new Map<string, Caretaker>();
    let left = false;
    const look = async () => {
      const next = await describe(all);
      if (!left) setResting(next);
    };
    const begin = async () => {
      for (const areaId of await areasHere()) {
        if (left) return;
        const caretaker = openCaretaker(areaId);
        all.set(areaId, caretaker);
        caretaker.subscribe(() => void look().catch(tell));
        caretaker.start();
      }
      await look();
    };
    void begin().catch(tell);
    return () => {
      left = true;
      for (const caretaker of all.values()) caretaker.close();
    };
  }, []);
  return resting;
}

export const openCaretaker = (areaId: string): Caretaker =>
  new Caretaker({ areaId, transport: httpTransport({ areaId }), deviceId: deviceId() });

async function describe(all: ReadonlyMap<string, Caretaker>): Promise<Resting> {
  const waiting = new Map<string, number>();
  const revoked = new Set<string>();
  const closed = new Set<string>();
  for (const [areaId, caretaker] of all) {
    for (const [author, { count }] of await caretaker.waiting()) waiting.set(author, count);
    if (await caretaker.isRevoked()) revoked.add(areaId);
    if (!caretaker.isClosed()) continue;
    closed.add(areaId);
    await leaveClosedArea(areaId);
  }
  return { waiting, revoked, closed, caretaker: (areaId) => all.get(areaId) };
}

const tell = (error: unknown): void => console.error('what rests on this phone', error);
