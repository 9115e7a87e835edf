import type { CommandEnvelope } from '../command/command.ts';
import { signedText } from '../command/signed-text.ts';
import { sealedAbout } from '../files/sealed-about.ts';
import { bodyText, type EnvelopeSealer, type SegmentBody, type SegmentCodec } from '../sync/client/codec.ts';
import { type AuthorKey, type AuthorPair, authorKey } from './author-key.ts';
import { boxKey, closeBox, openBox } from './box.ts';
import { type Bytes, fromBase64url, fromUtf8, joined, toBase64url, utf8 } from './bytes.ts';
import type { Enrolment } from './database.ts';
import { sealToServer } from './seal-to-server.ts';

const KEY = 32;

/** What a PIN unlocks: the key of what rests here, and the author's own key. Lives in memory only. */
export interface VaultSecret {
  readonly dataKey: Bytes;
  readonly author: AuthorPair;
}

export const packSecret = ({ dataKey, author }: VaultSecret): Bytes =>
  joined(dataKey, author.seed, author.publicKey);

export const unpackSecret = (packed: Bytes): VaultSecret => ({
  dataKey: packed.slice(0, KEY),
  author: { seed: packed.slice(KEY, 2 * KEY), publicKey: packed.slice(2 * KEY) },
});

/** One member's keys, unlocked. Dropping the object locks. */
export class OpenVault {
  private constructor(
    readonly id: string,
    readonly areaId: string,
    readonly memberId: string,
    private readonly dataKey: CryptoKey,
    private readonly author: AuthorKey,
    /** Null until the server knows the author's key. */
    readonly enrolment: Enrolment | null,
  ) {}

  static async from(
    place: { readonly id: string; readonly areaId: string; readonly memberId: string },
    secret: VaultSecret,
    enrolment: Enrolment | null,
  ): Promise<OpenVault> {
    const dataKey = await boxKey(secret.dataKey);
    const author = await authorKey(secret.author);
    return new OpenVault(place.id, place.areaId, place.memberId, dataKey, author, enrolment);
  }

  enrolled(enrolment: Enrolment): OpenVault {
    return new OpenVault(this.id, this.areaId, this.memberId, this.dataKey, this.author, enrolment);
  }

  get publicKey(): string {
    return toBase64url(this.author.publicKey);
  }

  close(content: unknown): Promise<Bytes> {
    return closeBox(this.dataKey, utf8(JSON.stringify(content)));
  }

  /** Null where another key closed it. */
  async open(box: Uint8Array): Promise<unknown> {
    const content = await openBox(this.dataKey, box);
    return content === null ? null : JSON.parse(fromUtf8(content));
  }

  /** Pulled rows rest as one box per segment. */
  codec(): SegmentCodec {
    return {
      encode: (body) => closeBox(this.dataKey, bodyText(body)),
      decode: async (payload) => (await this.open(boxIn(payload))) as SegmentBody | null,
    };
  }

  /**
   * Commands rest twice: for their author, who sees what waits, and for the server, to which anybody may carry them.
   * @param areaId where they belong: usually the vault's own area
   * @param enrolment asked each time: the server may come to know the key while the app is open
   */
  sealer(areaId: string, deviceId: string, enrolment: () => Enrolment | null): EnvelopeSealer {
    return {
      sign: async (envelope) => ({
        ...envelope,
        signature: toBase64url(await this.author.sign(utf8(signedText(envelope, areaId)))),
      }),
      seal: (envelope) => this.close(envelope),
      open: async (payload) =>
        typeof payload === 'string'
          ? (JSON.parse(payload) as CommandEnvelope)
          : ((await this.open(payload)) as CommandEnvelope | null),
      sealForServer: async (envelope, offset) => {
        const told = enrolment();
        if (!told || envelope.signature === undefined) return null;
        const content = { envelope, keyId: told.keyId, deviceId, offset };
        const about = `${areaId}/${envelope.id}`;
        const serverKey = fromBase64url(told.sealTo.publicKey);
        return toBase64url(await sealToServer(serverKey, utf8(JSON.stringify(content)), about));
      },
      files: {
        seal: (key) => this.close(key),
        open: async (payload) => (await this.open(boxIn(payload))) as string | null,
        sealForServer: async (key, fileId) => {
          const told = enrolment();
          if (!told) return null;
          const serverKey = fromBase64url(told.sealTo.publicKey);
          return toBase64url(await sealToServer(serverKey, utf8(key), sealedAbout(areaId, fileId)));
        },
      },
    };
  }
}

function boxIn(payload: string | Uint8Array): Uint8Array {
  if (typeof payload === 'string') throw new Error('a segment rests in the clear');
  return payload;
}
