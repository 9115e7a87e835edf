import { TransportFault } from './transport.ts';

/** Problems travel as RFC 9457 with their code beside the status; a proxy's error page names none. */
export async function problemCode(response: Response): Promise<string | undefined> {
  try {
    return ((await response.json()) as { code?: string }).code;
  } catch {
    return undefined;
  }
}

export async function reach(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (cause) {
    throw new TransportFault('unreachable', null, { cause });
  }
}

/** A body cut off half-way, or a captive portal's page, is no answer. */
export async function read<T>(response: Response, as: (response: Response) => Promise<T>): Promise<T> {
  try {
    return await as(response);
  } catch (cause) {
    throw new TransportFault('unreachable', null, { cause });
  }
}

/** `AbortSignal.any` and `.timeout` are younger than the oldest browsers served. */
export async function withTimeout<T>(
  ms: number,
  outer: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const inner = new AbortController();
  const abort = () => inner.abort();
  const timer = setTimeout(abort, ms);
  if (outer.aborted) abort();
  outer.addEventListener('abort', abort);
  try {
    return await work(inner.signal);
  } finally {
    clearTimeout(timer);
    outer.removeEventListener('abort', abort);
  }
}
