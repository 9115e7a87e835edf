import { createPrivateKey, webcrypto, X509Certificate } from 'node:crypto';
import type { Authority } from './authority.ts';
import { isNamed, isWithin } from './name-constraints.ts';
import type { MachineNames } from './network.ts';
import { ALGORITHM, keyPem, newSerial, x509 } from './x509.ts';

/** Key and certificate chain in PEM, as `node:tls` takes them. */
export interface TlsPair {
  readonly key: string;
  readonly cert: string;
}

/** What one server certificate vouches for, and what it cannot because the authority's scope leaves it out. */
export interface Covered {
  readonly hosts: readonly string[];
  readonly addresses: readonly string[];
  readonly left: readonly string[];
}

const DAY_MS = 86_400_000;
/** Browsers take at most 398 days from a public authority; a local one keeps to it too. */
const LIFE_DAYS = 396;
const RENEW_DAYS = 30;

/** The part of the machine's names and addresses that lies within the authority's scope. */
export function covered({ hosts, addresses }: MachineNames, { scope }: Pick<Authority, 'scope'>): Covered {
  const named = hosts.filter((host) => isNamed(host, scope.hosts));
  const loops = ['127.0.0.1', '::1'];
  const own = addresses.map(({ address }) => address);
  const within = own.filter((address) => isWithin(address, scope.ranges));
  const kept = new Set([...named, ...within]);
  return {
    hosts: named,
    addresses: [...loops, ...within],
    left: [...hosts, ...own].filter((name) => !kept.has(name)),
  };
}

/** A new key and a certificate of the authority for it, with the authority's own behind it. */
export async function issue(authority: Authority, names: Covered, now: number): Promise<TlsPair> {
  const keys = await webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: newSerial(),
    // Not a host's name: some verifiers hold a common name that looks like one against the constraints.
    subject: [{ CN: ['Concerto 协奏'] }],
    issuer: authority.certificate.subjectName,
    notBefore: new Date(now - DAY_MS),
    notAfter: new Date(Math.min(now + (LIFE_DAYS - 1) * DAY_MS, authority.notAfter.getTime())),
    publicKey: keys.publicKey,
    signingKey: authority.key,
    signingAlgorithm: ALGORITHM,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension([
        ...names.hosts.map((value) => ({ type: 'dns' as const, value })),
        ...names.addresses.map((value) => ({ type: 'ip' as const, value })),
      ]),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
      await x509.AuthorityKeyIdentifierExtension.create(authority.certificate.publicKey),
    ],
  });
  return { key: await keyPem(keys.privateKey), cert: `${certificate.toString('pem')}\n${authority.pem}` };
}

/** Whether a kept pair still serves: of this authority, for exactly these names, and not near its end. */
export function stillServes(pair: TlsPair, authority: Authority, names: Covered, now: number): boolean {
  try {
    const seen = new X509Certificate(pair.cert);
    const issuer = new X509Certificate(authority.pem);
    const asked = names.hosts.length + names.addresses.length;
    return (
      seen.verify(issuer.publicKey) &&
      seen.checkPrivateKey(createPrivateKey(pair.key)) &&
      new Date(seen.validFrom).getTime() <= now &&
      new Date(seen.validTo).getTime() >= Math.min(now + RENEW_DAYS * DAY_MS, authority.notAfter.getTime()) &&
      (seen.subjectAltName ?? '').split(', ').length === asked &&
      names.hosts.every((host) => seen.checkHost(host, { subject: 'never' }) !== undefined) &&
      names.addresses.every((address) => seen.checkIP(address) !== undefined)
    );
  } catch {
    return false;
  }
}
