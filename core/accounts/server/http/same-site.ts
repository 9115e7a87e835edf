import type { FastifyRequest } from 'fastify';
import { ProblemError } from '#kernel/problem/problem.ts';
import { accountsProblems } from '../../contract/problems.ts';

/**
 * The cookie is `SameSite=Lax`, but a page on another port of this host counts as the same site: where the browser
 * names the page's origin, it must be ours. Throws `accounts.other-site`.
 */
export function requireSameSite({ headers }: FastifyRequest): void {
  const { origin, host } = headers;
  if (origin === undefined || (URL.canParse(origin) && new URL(origin).host === host)) return;
  throw new ProblemError(accountsProblems['other-site']);
}
