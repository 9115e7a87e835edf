import { createPrivateKey, type KeyObject, webcrypto, X509Certificate } from 'node:crypto';
import { ProblemError } from '../problem/problem.ts';
import { readKept, writeKept } from './kept-file.ts';
import { nameConstraintsDer, type Scope, scopeOf } from './name-constraints.ts';
import type { MachineNames } from './network.ts';
import { tlsProblems } from './problems.ts';
import { ALGORITHM, keyPem, newSerial, x509 } from './x509.ts';

/** What phones are asked to trust: made once for this installation, its key kept beside it in the data folder. */
export interface Authority {
  /** What a phone's settings show, e.g. `Concerto 协奏 (laptop)`. */
  readonly name: string;
  readonly pem: string;
  readonly der: Buffer;
  /** SHA-256 over the DER, 32 pairs of hexadecimal digits with colons: what people compare. */
  readonly fingerprint: string;
  readonly notAfter: Date;
  readonly scope: Scope;
  readonly key: CryptoKey;
  readonly certificate: InstanceType<typeof x509.X509Certificate>;
}

const YEAR_MS = 365.25 * 86_400_000;
/** A phone whose clock is a day slow still takes it. */
const CLOCK_SLACK_MS = 86_400_000;
const LIFE_YEARS = 10;

/**
 * The authority in `file` (PEM: key, certificate, scope), made when there is none.
 * @throws ProblemError `tls.authority-damaged`, `tls.authority-expired`, `tls.file-unreadable`,
 *   `tls.folder-unwritable`
 */
export async function openAuthority(file: string, machine: MachineNames, now: number): Promise<Authority> {
  const kept = await readKept(file);
  if (kept !== null) return readAuthority(kept, file, now);
  await writeKept(file, await makeAuthority(machine, now));
  return readAuthority((await readKept(file)) ?? '', file, now);
}

async function makeAuthority(machine: MachineNames, now: number): Promise<string> {
  const keys = await webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
  const scope = scopeOf(machine);
  const host = machine.hosts.find((one) => one !== 'localhost' && one !== 'concerto.local');
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: newSerial(),
    name: [{ CN: [host ? `Concerto 协奏 (${host})` : 'Concerto 协奏'] }],
    notBefore: new Date(now - CLOCK_SLACK_MS),
    notAfter: new Date(now + LIFE_YEARS * YEAR_MS),
    keys,
    signingAlgorithm: ALGORITHM,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.Extension('2.5.29.30', true, new Uint8Array(nameConstraintsDer(scope))),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  // The scope stands in the certificate too; here it is said in a form that is read back without a parser.
  const said = Buffer.from(JSON.stringify(scope)).toString('base64');
  return `scope ${said}\n${await keyPem(keys.privateKey)}${certificate.toString('pem')}\n`;
}

async function readAuthority(text: string, file: string, now: number): Promise<Authority> {
  const read = await parse(text).catch(() => null);
  if (read === null) throw new ProblemError(tlsProblems['authority-damaged'], { file });
  if (read.notAfter.getTime() <= now) {
    const date = read.notAfter.toISOString().slice(0, 10);
    throw new ProblemError(tlsProblems['authority-expired'], { file, date });
  }
  return read;
}

async function parse(text: string): Promise<Authority> {
  const scope = JSON.parse(Buffer.from(/^scope (\S+)$/m.exec(text)?.[1] ?? '', 'base64').toString()) as Scope;
  const pem = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/.exec(text)?.[0] ?? '';
  const seen = new X509Certificate(pem);
  const privateKey = createPrivateKey(text);
  if (!seen.ca || !seen.checkPrivateKey(privateKey)) throw new Error('not a pair');
  const certificate = new x509.X509Certificate(pem);
  return {
    name: /^CN=(.*)$/m.exec(seen.subject)?.[1] ?? '',
    pem: `${pem}\n`,
    der: seen.raw,
    fingerprint: seen.fingerprint256,
    notAfter: certificate.notAfter,
    scope,
    key: await signingKey(privateKey),
    certificate,
  };
}

const signingKey = (key: KeyObject) => {
  const pkcs8 = new Uint8Array(key.export({ type: 'pkcs8', format: 'der' }));
  return webcrypto.subtle.importKey('pkcs8', pkcs8, ALGORITHM, false, ['sign']);
};
