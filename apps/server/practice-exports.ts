import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { text } from '#core/practice/messages/index.ts';
import { markSheet } from '#kernel/sheet/mark-sheet.ts';
import { isUuid } from '#kernel/time-id/uuid.ts';
import { translator } from '#kernel/ui/text.ts';
import type { Identity } from './host.ts';
import { namedArea } from './identity.ts';

const FILE = /filename="([^"]*)"/;

/**
 * Whatever is downloaded from a practice area says so: in its file's name, and a sheet in its first row. Stands around
 * all routes, so that a new export cannot forget it.
 */
export function markPracticeExports(app: FastifyInstance, practisesFor: Identity['practisesFor']): void {
  app.addHook('onSend', async (request, reply, payload: unknown) => {
    const disposition = reply.getHeader('content-disposition');
    if (typeof disposition !== 'string' || !(await isPractice(request, practisesFor))) return payload;
    reply.header('content-disposition', disposition.replace(FILE, 'filename="practice-$1"'));
    if (!isSheet(reply) || !(payload instanceof Uint8Array)) return payload;
    const marked = markSheet(payload, translator(text, 'zh-CN')('export'));
    reply.header('content-length', marked.length);
    return marked;
  });
}

async function isPractice(request: FastifyRequest, practisesFor: Identity['practisesFor']): Promise<boolean> {
  const areaId = namedArea(request);
  return isUuid(areaId) && (await practisesFor(areaId)) !== null;
}

const isSheet = (reply: FastifyReply): boolean =>
  String(reply.getHeader('content-type')).includes('spreadsheetml');
