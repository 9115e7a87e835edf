import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import type { AnyContractRouter, ContractRouterClient } from '@orpc/contract';
import { createTanstackQueryUtils, type RouterUtils } from '@orpc/tanstack-query';
import { currentSession } from './session.ts';

/**
 * A module's queries, typed by its contract: `export const testing = moduleClient<typeof contract>('testing')`.
 * `testing.call.rounds.list({})` is a plain promise, `useQuery(testing.query.rounds.list.queryOptions({ input }))`
 * a watched one. The area is the session's; the cookie says who asks.
 */
export interface ModuleClient<C extends AnyContractRouter> {
  readonly call: ContractRouterClient<C>;
  readonly query: RouterUtils<ContractRouterClient<C>>;
}

export function moduleClient<C extends AnyContractRouter>(module: string): ModuleClient<C> {
  const link = new RPCLink({
    url: () => new URL(`/rpc/${module}`, window.location.origin),
    headers: (): Record<string, string> => {
      const session = currentSession();
      return session ? { 'x-concerto-area': session.areaId } : {};
    },
    fetch: (request, init) => fetch(request, { ...init, credentials: 'same-origin' }),
  });
  const call = createORPCClient<ContractRouterClient<C>>(link);
  return { call, query: createTanstackQueryUtils(call, { path: [module] }) };
}
