/**
 * The smallest useful part of the ustar format (POSIX.1-1988): plain files with short names, one after the other, so
 * that any `tar` reads a backup. Anything else is taken for damage.
 */
const BLOCK = 512;
/** Ustar has 100 bytes for a name and eleven octal digits for a size. */
const LONGEST_NAME = 100;
const LARGEST = 8 ** 11 - 1;

export interface TarEntry {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** To be read before the next entry is asked for; what is left of it is passed over. */
  readonly body: AsyncIterable<Buffer>;
}

/** The block before a file. @param at epoch ms */
export function tarHeader(name: string, size: number, at: number): Buffer {
  if (Buffer.byteLength(name) > LONGEST_NAME || size > LARGEST)
    throw new Error(`too long for the archive: ${name}`);
  const block = Buffer.alloc(BLOCK);
  block.write(name, 0);
  block.write('0000600\0', 100);
  block.write('0000000\0', 108);
  block.write('0000000\0', 116);
  block.write(`${octal(size, 11)}\0`, 124);
  block.write(`${octal(Math.floor(at / 1000), 11)}\0`, 136);
  block.write('0', 156);
  block.write('ustar\0', 257);
  block.write('00', 263);
  block.write(`${octal(checksum(block), 6)}\0 `, 148);
  return block;
}

/** What fills a file up to whole blocks. */
export const tarPadding = (size: number): Buffer => Buffer.alloc((BLOCK - (size % BLOCK)) % BLOCK);

export const tarEnd = (): Buffer => Buffer.alloc(2 * BLOCK);

/** The files of an archive in order. @param broken what is thrown where bytes are no archive, or end too early */
export async function* readTar(
  source: AsyncIterable<Uint8Array>,
  broken: () => Error,
): AsyncGenerator<TarEntry> {
  const bytes = new ByteReader(source, broken);
  for (;;) {
    const header = await bytes.take(BLOCK);
    if (header.every((byte) => byte === 0)) break;
    const parsed = parseHeader(header);
    if (!parsed) throw broken();
    const { name, size } = parsed;
    let left = size;
    const body = async function* () {
      while (left > 0) {
        const part = await bytes.some(left);
        left -= part.length;
        yield part;
      }
    };
    yield { name, size, body: body() };
    while (left > 0) left -= (await bytes.some(left)).length;
    await bytes.take(tarPadding(size).length);
  }
  // To the end: whatever checks the bytes further up has seen the last of them.
  await bytes.rest();
}

function parseHeader(block: Buffer): Pick<TarEntry, 'name' | 'size'> | null {
  const text = (from: number, length: number) =>
    block.toString('utf8', from, from + length).split('\0')[0] ?? '';
  const size = Number.parseInt(text(124, 12), 8);
  const fits = Number.parseInt(text(148, 8), 8) === checksum(block);
  if (!fits || text(257, 6) !== 'ustar' || text(156, 1) !== '0' || !(size >= 0)) return null;
  return { name: text(0, LONGEST_NAME), size };
}

const octal = (value: number, digits: number): string => value.toString(8).padStart(digits, '0');

/** The sum of a header's bytes, its own eight taken as blanks. */
function checksum(block: Buffer): number {
  let sum = 8 * 0x20;
  block.forEach((byte, i) => {
    if (i < 148 || i >= 156) sum += byte;
  });
  return sum;
}

class ByteReader {
  private readonly chunks: AsyncIterator<Uint8Array>;
  private held: Buffer = Buffer.alloc(0);

  constructor(
    source: AsyncIterable<Uint8Array>,
    private readonly broken: () => Error,
  ) {
    this.chunks = source[Symbol.asyncIterator]();
  }

  /** At least one byte, at most so many. */
  async some(most: number): Promise<Buffer> {
    if (this.held.length === 0 && !(await this.more())) throw this.broken();
    const part = this.held.subarray(0, most);
    this.held = this.held.subarray(part.length);
    return part;
  }

  async take(length: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    for (let left = length; left > 0; ) {
      const part = await this.some(left);
      parts.push(part);
      left -= part.length;
    }
    return Buffer.concat(parts);
  }

  async rest(): Promise<void> {
    while (await this.more());
  }

  private async more(): Promise<boolean> {
    do {
      const { value, done } = await this.chunks.next();
      if (done) return false;
      this.held = Buffer.from(value.buffer, value.byteOffset, value.byteLength);
    } while (this.held.length === 0);
    return true;
  }
}
