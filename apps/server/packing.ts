import { promisify } from 'node:util';
import { type BrotliOptions, brotliCompress, constants, gzip, type ZlibOptions } from 'node:zlib';

/** Answers shorter than this, bytes, are sent as they are. */
export const PACK_FROM = 1024;

/** Node's own default for brotli is for files that are compressed once. */
export const BROTLI: BrotliOptions = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };
export const GZIP: ZlibOptions = { level: 5 };

type Encoding = 'br' | 'gzip';

const brotli = promisify<string, BrotliOptions, Buffer>(brotliCompress);
const zip = promisify<string, ZlibOptions, Buffer>(gzip);

/** A text that many are sent, compressed once for all who take the same form. */
export class PackedOnce {
  private readonly packed = new Map<Encoding, Promise<Buffer>>();

  constructor(readonly text: string) {}

  /**
   * @param accept the header `accept-encoding`; a form that is weighed in it is left to whoever sends the text
   * @returns null where it is sent as it is
   */
  as(accept: string | undefined): { readonly encoding: Encoding; readonly bytes: Promise<Buffer> } | null {
    const taken = new Set(accept?.split(',').map((form) => form.trim()));
    const encoding = (['br', 'gzip'] as const).find((form) => taken.has(form));
    if (!encoding || this.text.length < PACK_FROM) return null;
    const bytes =
      this.packed.get(encoding) ?? (encoding === 'br' ? brotli(this.text, BROTLI) : zip(this.text, GZIP));
    this.packed.set(encoding, bytes);
    return { encoding, bytes };
  }
}
