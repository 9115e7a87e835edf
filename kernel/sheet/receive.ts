import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ProblemError } from '../problem/problem.ts';
import { DEFAULT_LIMITS } from './model.ts';
import { sheetProblems } from './problems.ts';

export interface ReceivedFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Routes inside `mount` may receive one file each, of at most `DEFAULT_LIMITS.fileBytes`. */
export function receivingFiles(app: FastifyInstance, mount: (scope: FastifyInstance) => void): void {
  app.register(async (scope) => {
    await scope.register(multipart, {
      limits: { fileSize: DEFAULT_LIMITS.fileBytes, files: 1, fields: 4, parts: 6 },
    });
    mount(scope);
  });
}

/** Without a boundary nobody can tell the parts apart, and the parser would throw. */
const hasParts = (request: FastifyRequest): boolean =>
  request.isMultipart() && /boundary=[^;\s]/i.test(request.headers['content-type'] ?? '');

/** The one file of a multipart request, or null without any. Throws `sheet.too-big`. */
export async function receiveFile(request: FastifyRequest): Promise<ReceivedFile | null> {
  const part = hasParts(request) ? await request.file() : undefined;
  if (!part) return null;
  const bytes = await part.toBuffer().catch((error: unknown) => {
    const tooBig = error instanceof Error && 'code' in error && error.code === 'FST_REQ_FILE_TOO_LARGE';
    throw tooBig
      ? new ProblemError(sheetProblems['too-big'], { limitBytes: DEFAULT_LIMITS.fileBytes })
      : error;
  });
  return { name: part.filename, bytes };
}
