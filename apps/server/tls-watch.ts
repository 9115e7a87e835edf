import type { Server } from 'node:https';
import type { FastifyBaseLogger } from 'fastify';
import { ProblemError } from '#kernel/problem/problem.ts';
import type { TlsSource } from '#kernel/tls/source.ts';

/** A certificate that was renewed, or an address that the router gave anew, is noticed within this time. */
const LOOK_EVERY_MS = 30_000;

/**
 * Takes over a new certificate while the server runs: every half minute, and at SIGHUP where no terminal is attached
 * (closing one sends it too, and must end the process). What cannot serve is logged
 * by its code, and the one in use stays.
 * @returns how to stop watching
 */
export function watchTls(server: Server, source: TlsSource, log: FastifyBaseLogger): () => void {
  let said = '';
  const look = async () => {
    try {
      if (await source.refresh()) {
        server.setSecureContext(source.pair);
        log.info('HTTPS goes on with a new certificate');
      }
      said = '';
    } catch (error) {
      const code = error instanceof ProblemError ? error.kind.code : String(error);
      if (code !== said) log.error({ code }, 'the new certificate cannot serve; the one in use stays');
      said = code;
    }
  };
  const onHangUp = () => void look();
  const timer = setInterval(look, LOOK_EVERY_MS);
  timer.unref();
  if (!process.stdout.isTTY) process.on('SIGHUP', onHangUp);
  return () => {
    clearInterval(timer);
    process.off('SIGHUP', onHangUp);
  };
}
