import { ProblemError } from '../problem/problem.ts';
import { sheetProblems } from './problems.ts';

/**
 * Text of unknown encoding: by its mark, else UTF-8 when it is flawless UTF-8, else GB18030, which Excel in China
 * and laboratories write. Throws `sheet.unknown-encoding`.
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const text = attempt('utf-8', bytes) ?? attempt('gb18030', bytes);
  if (text === null) throw new ProblemError(sheetProblems['unknown-encoding']);
  return text;
}

/** A fatal decoder tells a wrong encoding by throwing; that is its answer here, not an error. */
function attempt(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
