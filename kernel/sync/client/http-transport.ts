import { readLines } from '../lines.ts';
import type {
  LiveMessage,
  PackedResponse,
  PullRequest,
  PushRequest,
  PushResponse,
  RelayRequest,
} from '../protocol.ts';
import { MEMBER_HEADER } from '../protocol.ts';
import { problemCode, reach, read, withTimeout } from './fetching.ts';
import { type FaultReason, type Transport, TransportFault } from './transport.ts';

export interface HttpTransportOptions {
  readonly areaId: string;
  /**
   * The member these requests are made for. A cookie is the browser's, so on a shared phone it may be the next
   * person's: the server answers 401 then instead of mixing two people's rows.
   */
  readonly memberId?: string;
  /** Where the server is; empty for the page's own origin. */
  readonly origin?: string;
  /** Sent with each request beside the session cookie. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Given up after, ms. Long enough for 500 commands over a bad line. */
  readonly timeoutMs?: number;
}

/** Push and pull over fetch, the live stream over server-sent events, with the session's cookie. */
export function httpTransport(options: HttpTransportOptions): Transport {
  const base = `${options.origin ?? ''}/api/areas/${options.areaId}`;
  const post = <T>(path: string, body: unknown, signal: AbortSignal, as = asJson<T>): Promise<T> =>
    withTimeout(options.timeoutMs ?? 30_000, signal, async (either) => {
      const response = await reach(`${base}/${path}`, {
        method: 'POST',
        credentials: 'same-origin',
        headers: {
          'content-type': 'application/json',
          ...(options.memberId && { [MEMBER_HEADER]: options.memberId }),
          ...options.headers,
        },
        body: JSON.stringify(body),
        signal: either,
      });
      if (!response.ok) {
        const reason = reasonOf(response.status, await problemCode(response));
        throw new TransportFault(reason, retryAfter(response.headers.get('retry-after')));
      }
      return read(response, as);
    });
  return {
    push: (request: PushRequest, signal) => post<PushResponse>('push', request, signal),
    pull: (request: PullRequest, signal) =>
      post<PackedResponse>('pull', { ...request, columns: true, lines: true }, signal, asLines),
    relay: (request: RelayRequest, signal) => post<PushResponse>('relay', request, signal),
    standing: (signal) =>
      withTimeout(options.timeoutMs ?? 30_000, signal, async (either) => {
        const response = await reach(`${base}/standing`, { signal: either });
        if (response.ok) return;
        throw new TransportFault(reasonOf(response.status, await problemCode(response)));
      }),
    files: async () => (await import('./files-transport.ts')).filesTransport(options),
    live(listener) {
      const source = new EventSource(`${base}/live`, { withCredentials: true });
      source.onopen = () => listener.onOpen();
      source.onmessage = (message: MessageEvent<string>) => {
        listener.onVersion((JSON.parse(message.data) as LiveMessage).version);
      };
      return () => source.close();
    },
  };
}

const asJson = <T>(response: Response): Promise<T> => response.json() as Promise<T>;

const asLines = async (response: Response): Promise<PackedResponse> =>
  readLines(new Uint8Array(await response.arrayBuffer()));

/** @param code the problem's code where the answer named one */
export function reasonOf(status: number, code?: string): FaultReason {
  if (status === 403 && code === 'devices.revoked') return 'revoked';
  if (status === 410 && code === 'command.area-closed') return 'closed';
  if (status === 401 || status === 403) return 'signed-out';
  if (status === 409 || status === 426) return 'outdated';
  if (status === 413) return 'too-large';
  if (status === 408 || status === 429 || status >= 500) return 'unreachable';
  return 'malformed';
}

/** Retry-After in seconds (RFC 9110 §10.2.3; the date form is not used by this server). */
function retryAfter(header: string | null): number | null {
  const seconds = Number(header);
  return header !== null && Number.isFinite(seconds) ? seconds * 1000 : null;
}
