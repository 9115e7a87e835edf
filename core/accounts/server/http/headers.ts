import type { IncomingHttpHeaders } from 'node:http';

/** Only what better-auth needs to find a session: no forwarded header reaches it. None of its own paths is open. */
export function toHeaders(headers: IncomingHttpHeaders): Headers {
  const kept = new Headers();
  for (const name of ['cookie', 'origin', 'referer', 'host', 'content-type'] as const) {
    const value = headers[name];
    if (value !== undefined) kept.set(name, value);
  }
  return kept;
}
