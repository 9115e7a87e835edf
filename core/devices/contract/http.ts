import * as z from 'zod/mini';
import { enrol } from './commands.ts';

export const paths = {
  /** POST {@link enrolBody} with a session: {@link EnrolView}. */
  enrol: (areaId: string): string => `/api/areas/${areaId}/devices/enrol`,
} as const;

export const enrolBody = z.omit(enrol, { keyId: true });

export interface EnrolView {
  /** The same for the same device, member and key, however often it is asked. */
  readonly keyId: string;
  /** The area's X25519 key, 32 bytes as base64url, that outbox entries are sealed for. */
  readonly sealTo: { readonly id: string; readonly publicKey: string };
}
