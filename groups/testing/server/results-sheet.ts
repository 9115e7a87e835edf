import type { FastifyInstance } from 'fastify';
import { can } from '#kernel/access/access.ts';
import type { Host } from '#kernel/host.ts';
import { ProblemError } from '#kernel/problem/problem.ts';
import { queryProblems } from '#kernel/query/context.ts';
import { readSheetAside } from '#kernel/sheet/read-aside.ts';
import { receiveFile, receivingFiles } from '#kernel/sheet/receive.ts';
import { actions } from '../contract/access.ts';
import { problems } from '../contract/problems.ts';
import type { ResultsSheet } from '../contract/result-queries.ts';

/** More than the tubes of a district's day. */
const MOST_ROWS = 20_000;

/** Reads a laboratory's file whatever its format and hands its cells back; the page maps them, commands record them. */
export function resultsSheetRoute(app: FastifyInstance, host: Host): void {
  receivingFiles(app, (scope) => {
    scope.post('/api/areas/:areaId/testing/results-sheet', async (request): Promise<ResultsSheet> => {
      const { actor } = await host.whoAsks(request);
      if (!can(host.rules, actor, actions.results, host.clock.now())) {
        throw new ProblemError(queryProblems['not-allowed'], { action: actions.results });
      }
      const file = await receiveFile(request);
      if (!file) throw new ProblemError(problems['no-file']);
      const { sheets } = await readSheetAside(file.bytes);
      const shown = sheets.filter((sheet) => !sheet.hidden && sheet.rows.length > 0);
      if (shown.some((sheet) => sheet.rows.length > MOST_ROWS)) {
        throw new ProblemError(problems['too-many-rows'], { limit: MOST_ROWS });
      }
      return {
        sheets: shown.map(({ name, rows }) => ({
          name,
          rows: rows.map(({ cells }) => Array.from(cells, (cell) => cell?.text ?? '')),
        })),
      };
    });
  });
}
