import { setTimeout as wait } from 'node:timers/promises';
import multicastDns, { type MulticastDNS, type Options } from 'multicast-dns';

export interface Announcement {
  /** Takes the name back, so that nobody asks for it here any more. */
  end(): Promise<void>;
}

/** How long another holder of the name has for saying so: three probes, 250 ms apart (RFC 6762, 8.1). */
const PROBES = 3;
const PROBE_MS = 250;
/** Seconds that others may remember a host's address (RFC 6762, 10). */
const TTL = 120;

/**
 * Answers for a name ending in `.local` by mDNS, so that devices find this machine without its numbers. Best effort:
 * where multicast is not possible, or another machine has the name, nothing is announced.
 * @param name in lower case, e.g. `concerto.local`
 * @param addresses this machine's IPv4 addresses now, asked at each query
 * @returns null when the name is not ours
 */
export async function announce(
  name: string,
  addresses: () => readonly string[],
  options: Options = {},
): Promise<Announcement | null> {
  const mdns = multicastDns(options);
  // An interface may go at any time; what was heard before stays answered elsewhere.
  mdns.on('warning', () => undefined);
  const isReady = await new Promise<boolean>((resolve) => {
    mdns.once('ready', () => resolve(true));
    mdns.on('error', () => resolve(false));
  });
  if (!isReady || (await isTaken(mdns, name, addresses))) {
    await destroyed(mdns);
    return null;
  }
  const answers = (ttl: number) =>
    addresses().map((data) => ({ name, type: 'A' as const, ttl, flush: true, data }));
  mdns.on('query', (query, from) => {
    const { questions = [] } = query;
    const asked = questions.some(
      (one) => one.name.toLowerCase() === name && ['A', 'ANY'].includes(one.type as string),
    );
    if (!asked) return;
    // A resolver that is no mDNS neighbour asks from a port of its own and awaits its own question back (6.7).
    const isNeighbour = from.port === (options.port ?? 5353);
    if (isNeighbour) mdns.respond({ answers: answers(TTL) });
    else mdns.respond({ id: query.id ?? 0, questions, answers: answers(10) }, from);
  });
  mdns.respond({ answers: answers(TTL) });
  return {
    async end() {
      await new Promise<void>((done) => mdns.respond({ answers: answers(0) }, () => done()));
      await destroyed(mdns);
    },
  };
}

async function isTaken(mdns: MulticastDNS, name: string, own: () => readonly string[]): Promise<boolean> {
  let taken = false;
  const listen = ({ answers }: { answers: readonly object[] }) => {
    for (const answer of answers as readonly { name: string; type: string; data: unknown }[]) {
      if (answer.name.toLowerCase() !== name || answer.type !== 'A') continue;
      if (!own().includes(String(answer.data))) taken = true;
    }
  };
  mdns.on('response', listen);
  for (let probe = 0; probe < PROBES && !taken; probe++) {
    mdns.query(name, 'A');
    await wait(PROBE_MS);
  }
  mdns.off('response', listen);
  return taken;
}

const destroyed = (mdns: MulticastDNS): Promise<void> => new Promise((done) => mdns.destroy(() => done()));
