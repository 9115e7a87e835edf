import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { isIP } from 'node:net';
import { ProblemError } from '../problem/problem.ts';
import type { Clock } from '../time-id/clock.ts';
import { tlsProblems } from './problems.ts';
import type { TlsPair } from './server-certificate.ts';
import type { TlsSource } from './source.ts';

/**
 * HTTPS with the operator's own certificate (PEM, the chain behind it) and key, read again on `refresh`.
 * @throws ProblemError of `tlsProblems`: what is wrong with which file
 */
export async function openTlsFiles(certificate: string, key: string, clock: Clock): Promise<TlsSource> {
  const read = async () => {
    const pair = { cert: await textOf(certificate), key: await textOf(key) };
    return { pair, names: check(pair, { certificate, key }, clock.now()) };
  };
  let now = await read();
  return {
    get pair() {
      return now.pair;
    },
    get names() {
      return now.names;
    },
    async refresh() {
      const next = await read();
      const changed = next.pair.cert !== now.pair.cert || next.pair.key !== now.pair.key;
      if (changed) now = next;
      return changed;
    },
  };
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new ProblemError(tlsProblems['file-missing'], { file });
    throw new ProblemError(tlsProblems['file-unreadable'], { file, reason: code });
  }
}

interface Files {
  readonly certificate: string;
  readonly key: string;
}

/** @returns the names the certificate is for */
function check({ cert, key }: TlsPair, files: Files, now: number): string[] {
  const seen = certificateOf(cert, files.certificate);
  if (!seen.checkPrivateKey(keyOf(key, files.key))) {
    throw new ProblemError(tlsProblems['key-does-not-fit'], { ...files });
  }
  const file = files.certificate;
  if (new Date(seen.validTo).getTime() <= now) {
    throw new ProblemError(tlsProblems.expired, { file, date: day(seen.validTo) });
  }
  if (new Date(seen.validFrom).getTime() > now) {
    throw new ProblemError(tlsProblems['not-yet-valid'], { file, date: day(seen.validFrom) });
  }
  return namesOf(seen);
}

function certificateOf(text: string, file: string): X509Certificate {
  try {
    return new X509Certificate(text);
  } catch {
    throw new ProblemError(tlsProblems['not-a-certificate'], { file });
  }
}

function keyOf(text: string, file: string): KeyObject {
  if (/ENCRYPTED/.test(text)) throw new ProblemError(tlsProblems['key-locked'], { file });
  try {
    return createPrivateKey(text);
  } catch {
    throw new ProblemError(tlsProblems['not-a-key'], { file });
  }
}

/** Of `DNS:a.example, IP Address:10.0.0.1`; what stands for many names (`*.example`) names no address to open. */
function namesOf(seen: X509Certificate): string[] {
  return (seen.subjectAltName ?? '')
    .split(', ')
    .map((entry) => entry.replace(/^(DNS|IP Address):/, ''))
    .filter((name) => /^[\w.-]+$/.test(name) || isIP(name) !== 0);
}

const day = (date: string): string => new Date(date).toISOString().slice(0, 10);
