import type { Client } from '#apps/server/testing-server.ts';
import { DECLARED_ROUTES, type DeclaredRoute } from './declared-routes.ts';
import { grantsBy, mayBy } from './persons.ts';
import type { Stand } from './stand.ts';
import { inParallel, patiently, type Tally } from './tally.ts';

/** `METHOD url` of everything the server mounts; HEAD goes with its GET. */
export const routesOf = ({ routes }: Pick<Stand, 'routes'>): readonly string[] =>
  [
    ...new Set(routes.filter(({ method }) => method !== 'HEAD').map(({ method, url }) => `${method} ${url}`)),
  ].sort();

/** Knocks at every route as everybody. Those that end the caller's own sessions come last. */
export async function tryRoutes(stand: Stand, tally: Tally): Promise<void> {
  const { actors, foreign, dual, stranger } = stand;
  const routes = Object.entries(DECLARED_ROUTES).filter(([, rule]) => !('rows' in rule));
  await inParallel(actors, async (actor) => {
    const elsewhere = actor.client.at(foreign.areaId, actor.client.memberId);
    for (const [route, rule] of routes) {
      if ('open' in rule) continue;
      const due = expected(stand, rule, actor.left ? null : grantsBy(actor, 'now'));
      await knock(tally, actor.client, route, actor.name, 'own area', due);
      if (!('account' in rule) && actor.goesAbroad) {
        await knock(tally, elsewhere, route, actor.name, 'other area', ['accounts.no-place']);
      }
    }
  });
  for (const [route, rule] of routes) {
    const due = 'open' in rule ? OPEN : ['accounts.no-session'];
    await knock(tally, stranger, route, 'a stranger', 'no session', due);
    if (!('open' in rule) && !('account' in rule)) {
      await knock(
        tally,
        dual,
        route,
        'volunteer there',
        'two areas',
        expected(stand, rule, ['role:volunteer']),
      );
    }
  }
}

/** Codes that mean that it is not for who asks; whoever may gets none of them. */
const DOOR = ['accounts.no-session', 'accounts.no-place', 'query.not-allowed', 'command.not-allowed'];

/** Allowed, without a second factor asked for. */
const OPEN = null;

/** The code somebody is to get. @param grants null: has left */
function expected(
  { house }: Stand,
  rule: DeclaredRoute,
  grants: readonly string[] | null,
): readonly string[] | null {
  if ('account' in rule || 'open' in rule || 'rows' in rule) return OPEN;
  if (grants === null) return ['accounts.no-place'];
  if ('place' in rule) return OPEN;
  if (!mayBy(house.host.rules[rule.action] ?? [], grants))
    return ['query.not-allowed', 'command.not-allowed'];
  return rule.stepUp ? ['accounts.needs-second-factor'] : OPEN;
}

async function knock(
  tally: Tally,
  client: Client,
  route: string,
  who: string,
  where: string,
  due: readonly string[] | null,
): Promise<void> {
  const [method = '', url = ''] = route.split(' ');
  const path = url
    .replace(':areaId', client.areaId)
    .replace(/:token/, 'A'.repeat(43))
    .replace(/:\w+/g, () => crypto.randomUUID())
    .replace(/subject\.xlsx$/, (name) => `${name}?request=${crypto.randomUUID()}`);
  const response = await patiently(() => client.fetch(path, { method, ...bodyFor(route) }));
  const text = await response.text();
  const code = response.ok ? 'ok' : codeIn(text);
  const held = due ? due.includes(code) : !DOOR.includes(code) && response.status < 500;
  const verdict = due && !due.includes('accounts.needs-second-factor') ? 'refused' : 'allowed';
  tally.add(`route, ${where}`, route, who, verdict, held, { status: response.status, code });
}

/** Problems are JSON, refusals of accounts are wrapped in `problem`; anything else has no code. */
function codeIn(text: string): string {
  try {
    const body = JSON.parse(text) as {
      readonly code?: string;
      readonly problem?: { readonly code?: string };
    };
    return body.code ?? body.problem?.code ?? 'none';
  } catch (error) {
    if (error instanceof SyntaxError) return 'none';
    throw error;
  }
}

const MADE: Readonly<Record<string, unknown>> = {
  'POST /api/areas/:areaId/practice/reset': { replaces: '00000000-0000-4000-8000-000000000000' },
};

function bodyFor(route: string): RequestInit {
  if (route.startsWith('GET ')) return {};
  if (route === 'POST /api/people/import' || route.endsWith('/results-sheet'))
    return { body: new FormData() };
  const body = JSON.stringify(MADE[route] ?? {});
  return { headers: { 'content-type': 'application/json' }, body };
}
