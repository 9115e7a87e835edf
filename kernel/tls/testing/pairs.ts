import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openAuthority } from '../authority.ts';
import { machineNames } from '../network.ts';
import { issue, type TlsPair } from '../server-certificate.ts';

/** A folder with key and certificate files as an operator would have them. */
export interface CertificateFolder {
  readonly folder: string;
  /** Issues a pair as of `now` and writes it to `<name>.crt` and `<name>.key`. */
  write(name: string, hosts: readonly string[], now?: number): Promise<TlsPair>;
  path(file: string): string;
  forget(): Promise<void>;
}

export async function certificateFolder(): Promise<CertificateFolder> {
  const folder = await mkdtemp(join(tmpdir(), 'concerto-certificates-'));
  const path = (file: string) => join(folder, file);
  const authority = await openAuthority(path('authority.pem'), machineNames('maker', []), Date.now());
  return {
    folder,
    path,
    async write(name, hosts, now = Date.now()) {
      const pair = await issue(authority, { hosts, addresses: ['127.0.0.1'], left: [] }, now);
      await writeFile(path(`${name}.crt`), pair.cert);
      await writeFile(path(`${name}.key`), pair.key);
      return pair;
    },
    forget: () => rm(folder, { recursive: true, force: true }),
  };
}
