import QRCode from 'qrcode';
import type { RunningServer } from '#apps/server/config.ts';
import type { Cli } from './verb.ts';

/** What the person at the terminal needs now: the addresses people use, a code to scan, the set-up link. */
export async function greet(server: RunningServer, cli: Cli): Promise<void> {
  const { mode, origins, trustPages, fingerprint } = server.reach();
  // Counted from the start of the process: loading the program is part of the wait.
  cli.say(cli.t('ready', { address: server.address, seconds: seconds(0) }));
  for (const origin of origins) cli.say(cli.t('reach', { address: origin }));
  if (mode === 'local') {
    cli.say(cli.t('trust-first', { address: trustPages[0] ?? '' }));
    cli.say(cli.t('fingerprint', { fingerprint: fingerprint ?? '' }));
  }
  const scanned = trustPages[0] ?? origins[0];
  if (scanned && process.stdout.isTTY) cli.say(await terminalQr(scanned));
  if (server.setupLink) cli.say(cli.t('set-up', { link: server.setupLink }));
  cli.say(cli.t('stop-hint'));
}

/** Half a line a module, dark on light whatever the terminal's colours are. */
export const terminalQr = (text: string): Promise<string> =>
  QRCode.toString(text, { type: 'terminal', small: true, errorCorrectionLevel: 'L' });

export const seconds = (begun: number): string => ((performance.now() - begun) / 1000).toFixed(1);
