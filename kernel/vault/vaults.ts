import { countTry, MOST_TRIES, NO_ATTEMPTS, served } from './attempts.ts';
import { makeAuthorPair } from './author-key.ts';
import { closeBox, openBox } from './box.ts';
import { random, toBase64url } from './bytes.ts';
import {
  type Enrolment,
  VaultDatabase,
  type VaultDatabaseOptions,
  type VaultLabel,
  type VaultRecord,
  vaultId,
} from './database.ts';
import { OpenVault, packSecret, unpackSecret } from './open-vault.ts';
import { makeDeviceKey, measureIterations, pinKey } from './pin-key.ts';

const DEVICE_KEY = 'device-key';
const NOTHING = new Uint8Array(0);

export interface NewVault {
  readonly areaId: string;
  readonly memberId: string;
  readonly label: VaultLabel;
  readonly pin: string;
  /** Anything JSON can hold; rests encrypted. */
  readonly profile: unknown;
}

export type Opening =
  | { readonly outcome: 'open'; readonly vault: OpenVault; readonly profile: unknown }
  | { readonly outcome: 'wrong' }
  /** Some wait is not served yet; nothing was tried. */
  | { readonly outcome: 'wait' }
  /** Too many wrong PINs, or destroyed before: only signing in over the network helps. */
  | { readonly outcome: 'spent' };

export interface VaultsOptions extends VaultDatabaseOptions {
  /** Cost of a PIN; measured on this device where left out. */
  readonly iterations?: number;
}

/** The vaults of everybody who uses this browser profile. */
export class Vaults {
  private readonly db: VaultDatabase;
  /** What was opened here, as it stood on the disk, and the device key: to be put back if the browser clears it. */
  private readonly opened = new Map<string, VaultRecord>();
  private device: CryptoKey | undefined;

  constructor(private readonly options: VaultsOptions = {}) {
    this.db = new VaultDatabase(options);
  }

  list(): Promise<readonly VaultRecord[]> {
    return this.db.vault.toArray();
  }

  find(areaId: string, memberId: string): Promise<VaultRecord | undefined> {
    return this.db.vault.get(vaultId(areaId, memberId));
  }

  /** Makes a member's vault with fresh keys; one that stood there goes, and what its key closed stays closed. */
  async make(made: NewVault): Promise<OpenVault> {
    const { areaId, memberId, label, pin } = made;
    const id = vaultId(areaId, memberId);
    const author = await makeAuthorPair();
    const secret = { dataKey: random(32), author };
    const vault = await OpenVault.from({ id, areaId, memberId }, secret, null);
    const salt = random(16);
    const iterations = this.options.iterations ?? (await measureIterations());
    const key = await pinKey(pin, salt, iterations, await this.deviceKey());
    await this.keep({
      id,
      areaId,
      memberId,
      label,
      onPad: /^\d{6}$/.test(pin),
      salt,
      iterations,
      wrapped: await closeBox(key, packSecret(secret), id),
      profile: await vault.close(made.profile),
      publicKey: toBase64url(author.publicKey),
      enrolment: null,
      attempts: NO_ATTEMPTS,
    });
    return vault;
  }

  /**
   * A try with a PIN. The tenth wrong one destroys the secret, unless `mayDestroy` says that something would be lost
   * by it: then it stays closed until its owner has signed in over the network.
   */
  async open(id: string, pin: string, mayDestroy: () => Promise<boolean>): Promise<Opening> {
    const counted = await this.count(id);
    if (counted === 'wait') return { outcome: 'wait' };
    const opened = counted === 'counted' ? await this.openTrusted(id, pin) : null;
    if (opened) return opened;
    const record = await this.db.vault.get(id);
    if (record?.wrapped && record.attempts.tries < MOST_TRIES) return { outcome: 'wrong' };
    if (record?.wrapped && (await mayDestroy())) await this.destroy(id);
    return { outcome: 'spent' };
  }

  /** Opens without counting, for a PIN the server has just accepted. Null where the vault has another. */
  async openTrusted(id: string, pin: string): Promise<Extract<Opening, { outcome: 'open' }> | null> {
    const record = await this.db.vault.get(id);
    const deviceKey = await this.db.device.get(DEVICE_KEY);
    if (!record?.wrapped || !deviceKey) return null;
    const key = await pinKey(pin, record.salt, record.iterations, deviceKey);
    const packed = await openBox(key, record.wrapped, id);
    if (!packed) return null;
    this.device = deviceKey;
    await this.keep({ ...record, attempts: NO_ATTEMPTS });
    const vault = await OpenVault.from(record, unpackSecret(packed), record.enrolment);
    return { outcome: 'open', vault, profile: await vault.open(record.profile) };
  }

  /** Takes served time off a wait. @returns what is left, ms */
  serve(id: string, ms: number): Promise<number> {
    return this.db.transaction('rw', this.db.vault, async () => {
      const record = await this.db.vault.get(id);
      if (!record) return 0;
      const attempts = served(record.attempts, ms);
      await this.db.vault.put({ ...record, attempts });
      return attempts.waitMs;
    });
  }

  async keepProfile(vault: OpenVault, label: VaultLabel, profile: unknown): Promise<void> {
    const sealed = await vault.close(profile);
    await this.change(vault.id, { label, profile: sealed });
  }

  async keepEnrolment(id: string, enrolment: Enrolment): Promise<void> {
    await this.change(id, { enrolment });
  }

  /** Destroys keys and profile; who it was is still in the list, under the mask. */
  async destroy(id: string): Promise<void> {
    this.opened.delete(id);
    await this.db.vault.update(id, { wrapped: null, profile: NOTHING });
  }

  async destroyArea(areaId: string): Promise<void> {
    for (const record of await this.list()) if (record.areaId === areaId) await this.destroy(record.id);
  }

  /** Takes everybody of an area off this phone, names and all: its emergency is over. */
  async removeArea(areaId: string): Promise<void> {
    for (const record of await this.list()) if (record.areaId === areaId) await this.remove(record.id);
  }

  /** Takes a member off this phone. */
  async remove(id: string): Promise<void> {
    this.opened.delete(id);
    await this.db.vault.delete(id);
  }

  /** Puts an opened vault back after the browser has cleared the storage beneath an open page. */
  async restore(id: string): Promise<void> {
    const { device } = this;
    const record = this.opened.get(id);
    if (!record || !device) return;
    await this.db.transaction('rw', [this.db.vault, this.db.device], async () => {
      if (await this.db.vault.get(id)) return;
      await this.db.device.put(device, DEVICE_KEY);
      await this.db.vault.put(record);
    });
  }

  close(): void {
    this.db.close();
  }

  private async keep(record: VaultRecord): Promise<void> {
    this.opened.set(record.id, record);
    await this.db.vault.put(record);
  }

  private async change(id: string, change: Partial<VaultRecord>): Promise<void> {
    const opened = this.opened.get(id);
    if (opened) this.opened.set(id, { ...opened, ...change });
    await this.db.vault.update(id, change);
  }

  private count(id: string): Promise<'counted' | 'wait' | 'spent'> {
    return this.db.transaction('rw', this.db.vault, async () => {
      const record = await this.db.vault.get(id);
      if (!record?.wrapped || record.attempts.tries >= MOST_TRIES) return 'spent';
      const attempts = countTry(record.attempts);
      if (!attempts) return 'wait';
      await this.db.vault.put({ ...record, attempts });
      return 'counted';
    });
  }

  private async deviceKey(): Promise<CryptoKey> {
    const made = await makeDeviceKey();
    this.device = await this.db.transaction('rw', this.db.device, async () => {
      // Another tab may have been first.
      const present = await this.db.device.get(DEVICE_KEY);
      if (present) return present;
      await this.db.device.put(made, DEVICE_KEY);
      return made;
    });
    return this.device;
  }
}
