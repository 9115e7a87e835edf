import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Actor } from '../../access/access.ts';
import type { Answer } from '../../command/command.ts';
import { TestWorld } from '../../command/testing/world.ts';
import { type KeyRing, openKeyRing } from '../../crypto/key-ring.ts';
import { sealedBoxes, sealForServer } from '../../crypto/sealed-box.ts';
import { inArea } from '../../db/transaction.ts';
import type { Host } from '../../host.ts';
import type { NewFile } from '../client/describe.ts';
import { sealFile } from '../client/seal-file.ts';
import { CHUNK_BYTES, type FileKey, type UploadState } from '../contract.ts';
import { sealedAbout } from '../sealed-about.ts';
import { filesCommands, receiveAction } from '../server/commands.ts';
import { type FileStore, folderStore } from '../server/file-store.ts';
import { type Receiving, receiving } from '../server/receive.ts';
import { albumModule } from './album.ts';

export type FilesHost = Pick<Host, 'read' | 'submit' | 'clock' | 'rules'>;

/** Files over a real database and a real folder, with keys in a ring; somebody on duty and a leader. */
export class FilesWorld {
  readonly onDuty: Actor;
  readonly leader: Actor;

  private constructor(
    readonly world: TestWorld,
    readonly ring: KeyRing,
    readonly folder: string,
    readonly host: FilesHost,
    readonly store: FileStore,
    readonly taking: Receiving,
  ) {
    this.onDuty = world.actor('duty:album');
    this.leader = world.actor('role:leader');
  }

  static async open(): Promise<FilesWorld> {
    const folder = await mkdtemp(join(tmpdir(), 'concerto-files-'));
    const ring = openKeyRing(join(folder, 'keys'));
    const files = {
      name: 'files',
      migrations: albumModule.migrations,
      commands: filesCommands as never,
      rules: { [receiveAction]: [] },
    };
    const world = await TestWorld.open([albumModule, files], ring);
    const host: FilesHost = {
      clock: world.clock,
      rules: world.registry.rules,
      read: async (areaId, work) =>
        inArea(world.database.db, areaId, await ring.of(areaId), work, { readOnly: true }),
      submit: (_areaId, commands, by) => world.push(by.actor, commands),
    };
    const store = folderStore(join(folder, 'files'));
    return new FilesWorld(world, ring, folder, host, store, receiving(host, store));
  }

  get areaId(): string {
    return this.world.areaId;
  }

  /** The command that speaks of a photo. */
  announce({ ref }: NewFile, actor = this.onDuty): Promise<Answer> {
    return this.world.send(actor, 'album.keep', { photo: ref });
  }

  /** Encrypted as a phone does it, its key in a box for the server. */
  async seal(
    { ref, bytes }: NewFile,
    areaId = this.areaId,
  ): Promise<{ readonly sealed: Uint8Array; readonly key: FileKey }> {
    const { sealed, key } = await sealFile(bytes, areaId, ref.fileId);
    const { publicKey } = sealedBoxes(await this.ring.of(this.areaId)).sealTo;
    const box = sealForServer(key, publicKey, sealedAbout(areaId, ref.fileId));
    return { sealed, key: { sealed: box.toString('base64url') } };
  }

  /** Sends bytes in chunks from `from` on, up to `until`. */
  async send(fileId: string, sealed: Uint8Array, from = 0, until = sealed.length): Promise<UploadState> {
    let state: UploadState = { received: from, complete: false };
    while (state.received < until) {
      const at = state.received;
      const chunk = sealed.subarray(at, Math.min(at + CHUNK_BYTES, until));
      state = await this.taking.append(this.areaId, fileId, at, chunk);
    }
    return state;
  }

  /** Announced, sent and finished. */
  async keep(photo: NewFile): Promise<void> {
    await this.announce(photo);
    const { sealed, key } = await this.seal(photo);
    await this.send(photo.ref.fileId, sealed);
    await this.taking.finish(this.areaId, photo.ref.fileId, key);
  }

  async close(): Promise<void> {
    await this.world.close();
    await rm(this.folder, { recursive: true, force: true });
  }
}
