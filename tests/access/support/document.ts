import { HOLDERS, type Right, rightsOf } from '#core/accounts/contract.ts';
import type { CommandKind } from '#kernel/command/module.ts';
import type { Module } from '#kernel/module.ts';
import { DECLARED_QUERIES } from './declared-queries.ts';
import { DECLARED_ROUTES } from './declared-routes.ts';
import { DECLARED_TERMS } from './declared-terms.ts';
import { FINER_COMMANDS } from './finer-commands.ts';

type Described = Pick<Module, 'name' | 'rules' | 'commands'>;

const HEAD = `# Who may do what

Made of the rules the server asks and of the tables in \`tests/access/support\`, to which a test tries every operation as
everybody; do not write in it, run \`npx vitest run tests/access/document.test.ts -u\`. On the console the same stands under
权限, in the words of the work.

A role holds for the time of its standing, a duty for its hours with the minutes before and after that the area has set. A
place in one area gives nothing in another. Nobody in the line: the server alone. Set in italics: queries. Behind the number
sign: what phones are given to hold.
`;

/** The page docs/ACCESS.md. */
export function accessPage(modules: readonly Described[]): string {
  return [
    HEAD,
    ...modules.map(moduleTable),
    '## Narrowed further\n',
    'Of those whom the action allows, only they, where what it is about is of the testing group or of that role:\n',
    table(
      ['command', 'about', 'who'],
      FINER_COMMANDS.map(({ kind, of, to }) => [code(kind), of, holders(to)]),
    ),
    table(
      ['query', 'about', 'who'],
      Object.entries(DECLARED_QUERIES).flatMap(([name, { narrowed }]) =>
        narrowed ? [[code(name), 'testing', holders(narrowed.to)]] : [],
      ),
    ),
    '## Without a place in an area\n',
    table(['route', 'open because it'], openRoutes()),
    'About the own account, with a session:',
    `${routesWhere((rule) => 'account' in rule)
      .map(code)
      .join(', ')}.\n`,
  ].join('\n');
}

function moduleTable({ name, rules, commands }: Described): string {
  const kinds = Object.entries<CommandKind>(commands?.kinds ?? {});
  const rows = Object.entries(rules).map(([action, grants]) => {
    const done = [
      ...kinds.flatMap(([kind, { action: asked }]) => (asked === action ? [code(kind)] : [])),
      ...Object.entries(DECLARED_QUERIES).flatMap(([query, one]) =>
        one.action === action ? [`*${query}*`] : [],
      ),
      ...routesWhere((rule) => 'action' in rule && rule.action === action).map(code),
      ...Object.entries(DECLARED_TERMS).flatMap(([term, rule]) =>
        'action' in rule && rule.action === action ? [`#${term}`] : [],
      ),
    ];
    const rights = rightsOf(grants);
    return [action, done.join('<br>'), ...HOLDERS.map((holder) => said(rights[holder]))];
  });
  return `## ${name}\n\n${table(['action', 'what it opens', ...HOLDERS], rows)}`;
}

const said = (right: Right): string => (right === 'yes' ? '●' : right === 'no' ? '' : right.join(', '));

const holders = (grants: readonly string[]): string =>
  grants.map((grant) => grant.replace('role:', '')).join(', ');

const openRoutes = (): string[][] =>
  Object.entries(DECLARED_ROUTES).flatMap(([route, rule]) =>
    'open' in rule ? [[code(route), rule.open]] : [],
  );

const routesWhere = (fits: (rule: (typeof DECLARED_ROUTES)[string]) => boolean): string[] =>
  Object.entries(DECLARED_ROUTES).flatMap(([route, rule]) => (fits(rule) ? [route] : []));

const code = (text: string): string => `\`${text}\``;

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  `${[head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n`;
