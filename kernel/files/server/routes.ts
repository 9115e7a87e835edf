import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Host } from '../../host.ts';
import { ProblemError } from '../../problem/problem.ts';
import { CHUNK_BYTES, type FileType, filePath, filesProblems, sealedPath, uploadPath } from '../contract.ts';
import { fileKey } from '../schema.ts';
import type { FileStore } from './file-store.ts';
import { readFile, readSealed } from './read-file.ts';
import { receiving } from './receive.ts';

type FileRequest = FastifyRequest<{
  Params: { areaId: string; fileId: string };
  Querystring: { from?: string };
}>;

const ENDING: Readonly<Record<FileType, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'video/mp4': 'mp4',
  'video/webm': 'webm',
};

/** Bytes come in by `uploadPath`, without a session; a file is read by `filePath`, with one that may. */
export function filesRoutes(app: FastifyInstance, host: Host, store: FileStore): void {
  const taking = receiving(host, store);
  const upload = uploadPath(':areaId', ':fileId');

  app.get(filePath(':areaId', ':fileId'), async (request: FileRequest, reply) => {
    const { fileId } = request.params;
    const { type, bytes } = await readFile(host, store, await host.whoAsks(request), fileId);
    return reply
      .type(type)
      .header('content-disposition', `attachment; filename="${fileId}.${ENDING[type]}"`)
      .header('x-content-type-options', 'nosniff')
      .header('content-security-policy', "default-src 'none'; sandbox")
      .header('cross-origin-resource-policy', 'same-origin')
      .header('cache-control', 'private, no-store')
      .send(bytes);
  });

  app.get(sealedPath(':areaId', ':fileId'), async (request: FileRequest, reply) => {
    const { params, query } = request;
    const caller = await host.whoAsks(request);
    const bytes = await readSealed(host, store, caller, params.fileId, Number(query.from ?? 0));
    return reply
      .type('application/octet-stream')
      .header('x-content-type-options', 'nosniff')
      .header('cache-control', 'private, no-store')
      .send(bytes);
  });

  app.register(async (scope) => {
    scope.addContentTypeParser(
      'application/octet-stream',
      { parseAs: 'buffer', bodyLimit: CHUNK_BYTES },
      (_request, body, done) => done(null, body),
    );
    scope.get(upload, ({ params }: FileRequest) => taking.state(params.areaId, params.fileId));
    scope.patch(upload, ({ params, query, body }: FileRequest) => {
      if (!Buffer.isBuffer(body) || body.length === 0) throw new ProblemError(filesProblems.incomplete);
      return taking.append(params.areaId, params.fileId, Number(query.from), body);
    });
    scope.post(upload, ({ params, body }: FileRequest) => {
      const key = fileKey.safeParse(body);
      if (!key.success) throw new ProblemError(filesProblems['not-the-same']);
      return taking.finish(params.areaId, params.fileId, key.data);
    });
  });
}
