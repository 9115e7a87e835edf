import { join } from 'node:path';
import type { Clock } from '../time-id/clock.ts';
import { type Authority, openAuthority } from './authority.ts';
import { readKept, writeKept } from './kept-file.ts';
import { type MachineNames, machineNames } from './network.ts';
import { covered, issue, stillServes, type TlsPair } from './server-certificate.ts';
import type { TlsSource } from './source.ts';

export interface LocalTls extends TlsSource {
  readonly authority: Authority;
  /** Names and addresses of this machine that lie outside what the authority may vouch for. */
  readonly left: readonly string[];
}

/**
 * HTTPS with an authority of our own, kept in `tls/` of the data folder: `authority.pem` made once, `server.pem` made
 * anew whenever the machine's names or addresses change or its end is near.
 * @throws ProblemError of `tlsProblems`
 */
export async function openLocalTls(
  dataFolder: string,
  clock: Clock,
  machine: () => MachineNames = machineNames,
): Promise<LocalTls> {
  const folder = join(dataFolder, 'tls');
  const authority = await openAuthority(join(folder, 'authority.pem'), machine(), clock.now());
  const file = join(folder, 'server.pem');

  const standing = async (): Promise<TlsPair | null> => {
    const text = await readKept(file);
    const end = text?.indexOf('-----BEGIN CERTIFICATE-----') ?? -1;
    return text === null || end < 0 ? null : { key: text.slice(0, end), cert: text.slice(end) };
  };

  const look = async (kept: TlsPair | null) => {
    const names = covered(machine(), authority);
    const now = clock.now();
    if (kept && stillServes(kept, authority, names, now)) return { names, pair: kept };
    const pair = await issue(authority, names, now);
    await writeKept(file, pair.key + pair.cert);
    return { names, pair };
  };

  let now = await look(await standing());
  return {
    authority,
    get pair() {
      return now.pair;
    },
    get names() {
      return [...now.names.hosts, ...now.names.addresses];
    },
    get left() {
      return now.names.left;
    },
    async refresh() {
      const before = now.pair;
      now = await look(before);
      return now.pair !== before;
    },
  };
}
