import type { FastifyInstance } from 'fastify';
import type { Closer } from '#core/closing/module.ts';
import { namedArea } from './identity.ts';

/**
 * Whatever names an area whose emergency is closed is answered 410 before anything else, its sessions included: a phone
 * must learn it though nobody is signed in any more.
 */
export function refuseClosed(app: FastifyInstance, closer: Closer): void {
  app.addHook('onRequest', (request) => closer.refuseClosed(namedArea(request)));
}
