import type { TlsPair } from './server-certificate.ts';

/** Where HTTPS has its key and certificate from, for as long as the server runs. */
export interface TlsSource {
  readonly pair: TlsPair;
  /** The DNS names and addresses that the certificate vouches for now. */
  readonly names: readonly string[];
  /**
   * Looks again: at the files, or at the machine's addresses and the certificate's end.
   * @returns whether `pair` is another now
   * @throws ProblemError when what stands there now cannot serve; `pair` stays as it was
   */
  refresh(): Promise<boolean>;
}
