import { randomUUID } from 'node:crypto';

/** Any key at all, for rows that nothing is signed with. */
export const anyPublicKey = (): string =>
  Buffer.from(randomUUID().replaceAll('-', ''), 'utf8').toString('base64url');
