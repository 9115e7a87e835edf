import { filesProblems, type UploadState, uploadPath } from '../../files/contract.ts';
import { problemCode, reach, read, withTimeout } from './fetching.ts';
import { type FilesTransport, TransportFault } from './transport.ts';

export interface FilesTransportOptions {
  readonly areaId: string;
  readonly origin?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly timeoutMs?: number;
}

/** Files' bytes over fetch. Whatever is not understood is tried again later: a file is never given up for an answer. */
export function filesTransport(options: FilesTransportOptions): FilesTransport {
  const ask = (
    fileId: string,
    signal: AbortSignal,
    init: RequestInit,
    query = '',
  ): Promise<{ readonly state: UploadState } | { readonly code: string | undefined }> =>
    withTimeout(options.timeoutMs ?? 30_000, signal, async (either) => {
      const url = `${options.origin ?? ''}${uploadPath(options.areaId, fileId)}${query}`;
      const headers = { ...options.headers, ...init.headers };
      const response = await reach(url, { ...init, headers, credentials: 'same-origin', signal: either });
      if (response.ok) return { state: await read(response, (body) => body.json() as Promise<UploadState>) };
      return { code: await problemCode(response) };
    });
  return {
    async state(fileId, signal) {
      const said = await ask(fileId, signal, { method: 'GET', cache: 'no-store' });
      if ('state' in said) return said.state;
      if (said.code === filesProblems['not-expected'].code) return null;
      throw new TransportFault('unreachable');
    },
    async append(fileId, from, bytes, signal) {
      const headers = { 'content-type': 'application/octet-stream' };
      const said = await ask(fileId, signal, { method: 'PATCH', headers, body: bytes }, `?from=${from}`);
      if ('state' in said) return said.state;
      if (said.code === filesProblems['wrong-place'].code) return null;
      throw new TransportFault('unreachable');
    },
    async finish(fileId, key, signal) {
      const headers = { 'content-type': 'application/json' };
      const said = await ask(fileId, signal, { method: 'POST', headers, body: JSON.stringify(key) });
      if ('state' in said) return true;
      if (said.code === filesProblems['not-the-same'].code) return false;
      throw new TransportFault('unreachable');
    },
  };
}
