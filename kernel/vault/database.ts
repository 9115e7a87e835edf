import { Dexie, type Table } from 'dexie';
import type { Attempts } from './attempts.ts';
import type { Bytes } from './bytes.ts';

/** What the list of a shared phone's people may show while everything is locked: nothing that names anybody. */
export interface VaultLabel {
  /** A masked name, e.g. 张**. */
  readonly name: string;
  /** What the person does here, as message keys of the module that signs people in. */
  readonly marks: readonly string[];
  /** The area's name. */
  readonly place: string;
}

/** What a device was told when the author's key was enrolled. */
export interface Enrolment {
  readonly keyId: string;
  /** The area's X25519 key that entries are sealed to, 32 bytes base64url. */
  readonly sealTo: { readonly id: string; readonly publicKey: string };
}

export interface VaultRecord {
  readonly id: string;
  readonly areaId: string;
  readonly memberId: string;
  readonly label: VaultLabel;
  /** The PIN is six digits and is typed on the big pad; otherwise it is a word and needs a keyboard. */
  readonly onPad: boolean;
  readonly salt: Bytes;
  readonly iterations: number;
  /** Data key (32), author's seed (32) and public key (32) under the PIN's key; null once destroyed. */
  readonly wrapped: Bytes | null;
  /** Who this is, under the data key: JSON of the module that signs people in. */
  readonly profile: Bytes;
  /** Base64url. */
  readonly publicKey: string;
  readonly enrolment: Enrolment | null;
  readonly attempts: Attempts;
}

export const vaultId = (areaId: string, memberId: string): string => `${areaId}/${memberId}`;

export interface VaultDatabaseOptions {
  /** Given in tests; the browser's own otherwise. */
  readonly indexedDB?: IDBFactory;
  readonly IDBKeyRange?: typeof IDBKeyRange;
}

/** One per browser profile. */
export class VaultDatabase extends Dexie {
  declare readonly vault: Table<VaultRecord, string>;
  declare readonly device: Table<CryptoKey, string>;

  constructor(options: VaultDatabaseOptions = {}) {
    super('concerto-vault', {
      // A counted try is on the disk before it is judged.
      chromeTransactionDurability: 'strict',
      ...(options.indexedDB && { indexedDB: options.indexedDB }),
      ...(options.IDBKeyRange && { IDBKeyRange: options.IDBKeyRange }),
    });
    this.version(1).stores({ vault: 'id', device: '' });
  }
}
