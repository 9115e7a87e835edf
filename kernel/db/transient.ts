/**
 * SQLSTATEs that say "not now": connection lost, shutting down, out of resources, the disk fails, serialization, and a
 * server that takes no writes, as a standby does or one whose disk its keeper watches.
 */
const TRANSIENT = /^(08|53|57P|58|40|25006)/;
const SOCKET = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOENT', 'ETIMEDOUT']);

/**
 * node-postgres gives no code when the connection ends while a query is under way, when it had ended before one, when none
 * is made in time, or when the pool is closing.
 */
const LOST =
  /Connection terminated|is not queryable|Cannot use a pool after calling end|timeout exceeded when trying to connect|^timeout expired$/;

/** Whether the same work may succeed when it is tried again later: nothing of it was kept. */
export function isTransient(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as Error & { code?: unknown };
  if (typeof code === 'string') return TRANSIENT.test(code) || SOCKET.has(code);
  return LOST.test(error.message);
}
