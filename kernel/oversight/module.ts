import { implement } from '@orpc/server';
import { sql } from 'kysely';
import type { AccessRules } from '../access/access.ts';
import { commandProblems } from '../command/problems.ts';
import type { AreaTx } from '../db/area-tx.ts';
import type { Module } from '../module.ts';
import { type QueryContext, requireAction } from '../query/context.ts';
import { oversightQueries, type RefusedCommand } from './contract.ts';

const os = implement(oversightQueries).$context<QueryContext>();

const router = os.router({
  refused: os.refused.handler(async ({ input, context }) => {
    requireAction(context, 'oversight:view');
    return listRefused(context.tx, input.limit);
  }),
});

async function listRefused(tx: AreaTx, limit: number) {
  const { rows } = await sql<RefusedCommand & { total: number }>`
    select command_id, kind, actor_id, device_id, claimed_at, received_at, problems, count(*) over () as total
    from kernel.command_log where area_id = ${tx.areaId} and outcome = 'refused'
    order by version desc limit ${limit}`.execute(tx.db);
  return { total: rows[0]?.total ?? 0, commands: rows.map(({ total: _total, ...command }) => command) };
}

/** @param rules who may `oversight:view` */
export function oversightModule(rules: AccessRules): Omit<Module, 'migrations'> {
  return { name: 'oversight', rules, queries: router, problems: commandProblems };
}
