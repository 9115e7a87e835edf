/** Command-line settings of the embedded server; nothing is kept in `postgresql.conf`, so an upgrade changes them. */
export function serverSettings(durable: boolean, more: Readonly<Record<string, string>> = {}): string[] {
  const settings: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '100',
    shared_buffers: '256MB',
    max_wal_size: '2GB',
    checkpoint_timeout: '15min',
    random_page_cost: '1.1',
    jit: 'off',
    // A register comes in at once and is asked at once. Without figures of it the planner takes any index that begins with
    // the area for as good as the key's own: it gets them within seconds, not a minute.
    autovacuum_naptime: '10s',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_line_prefix: '%m [%p] ',
    log_checkpoints: 'off',
    // Statements, their values and the DETAIL of an error hold personal data; the log holds none.
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
  };
  if (!durable) Object.assign(settings, { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' });
  Object.assign(settings, more);
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/**
 * For GNU's allocator; others know nothing of it. A count over a long table fills a hash or a sort of a megabyte or two.
 * As it stands, the allocator gives such memory back after each query and has it handed out anew, page by page, at the
 * next: 500 faults for one look at a round of 25,000, a third of its processor time on a virtual machine. So a session
 * keeps up to 32 MB.
 */
export const serverEnvironment: Readonly<Record<string, string>> = {
  MALLOC_MMAP_THRESHOLD_: String(8 * 1024 * 1024),
  MALLOC_TRIM_THRESHOLD_: String(32 * 1024 * 1024),
};
