import { requireSession } from '#kernel/ui/session.ts';
import type {
  ImportList,
  ImportOpened,
  ImportPage,
  ImportProgress,
  ImportReading,
  ImportSummary,
} from '../../contract/import.ts';
import { IMPORT_PATH } from '../../contract/import.ts';

/** The import's HTTP (`contract/import.ts`) from a browser. A refusal throws its problem as the server sent it. */
async function call(path: string, init: RequestInit = {}): Promise<Response> {
  const response = await fetch(`${IMPORT_PATH}${path}`, {
    ...init,
    credentials: 'same-origin',
    headers: { 'x-concerto-area': requireSession().areaId, ...init.headers },
  });
  if (response.ok) return response;
  throw new RefusedCall(response.status, await bodyOf(response));
}

/** A proxy's error page is no JSON; then the status alone must do. */
async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

class RefusedCall extends Error {
  constructor(
    status: number,
    readonly data: unknown,
  ) {
    super(`import answered ${status}`);
  }
}

const json = async <T>(response: Promise<Response>): Promise<T> => (await (await response).json()) as T;

const withJson = (method: string, body: unknown): RequestInit => ({
  method,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

export function upload(file: File): Promise<ImportOpened> {
  const form = new FormData();
  form.append('file', file);
  return json(call('', { method: 'POST', body: form }));
}

export const reopen = (id: string): Promise<ImportOpened> => json(call(`/${id}`));

export const read = (id: string, reading: ImportReading): Promise<ImportSummary> =>
  json(call(`/${id}`, withJson('PUT', reading)));

export const linesOf = (id: string, list: ImportList, offset: number, limit: number): Promise<ImportPage> =>
  json(call(`/${id}/rows?list=${list}&offset=${offset}&limit=${limit}`));

export const apply = (id: string): Promise<ImportProgress> =>
  json(call(`/${id}/apply`, withJson('POST', {})));

export const stop = (id: string): Promise<ImportProgress> => json(call(`/${id}/stop`, withJson('POST', {})));

export const progressOf = (id: string): Promise<ImportProgress> => json(call(`/${id}/progress`));

export const doubtfulSheet = async (id: string, language: string): Promise<Blob> =>
  (await call(`/${id}/doubtful.xlsx?language=${language}`)).blob();
