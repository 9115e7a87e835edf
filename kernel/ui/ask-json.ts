/** The server's refusal; `data` is the problem where it sent one, so that `problemOf` finds it. */
export class RefusedRequest extends Error {
  constructor(
    readonly status: number,
    readonly data: unknown,
  ) {
    super(`the server answered ${status}`);
    this.name = 'RefusedRequest';
  }
}

/** GET, or POST where a body is given. Throws `RefusedRequest`, or a `TypeError` when the line is broken. */
export async function askJson<T>(path: string, body?: object): Promise<T> {
  const response = await fetch(path, {
    method: body === undefined ? 'GET' : 'POST',
    credentials: 'same-origin',
    cache: 'no-store',
    ...(body === undefined
      ? {}
      : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const json: unknown = parse(text);
  if (!response.ok) throw new RefusedRequest(response.status, json);
  return json as T;
}

/** A proxy's error page is no JSON; then the status alone must do. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
