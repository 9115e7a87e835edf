/** `npm run bench -- <name> [options] [--json]`: each bench prints a table and, with --json, one object as last line. */
const benches: Readonly<Record<string, () => Promise<{ run(args: readonly string[]): Promise<boolean> }>>> = {
  push: () => import('./push/push.ts'),
  'phone-size': () => import('./phone-size.ts'),
  testing: () => import('./testing/testing.ts'),
  growth: () => import('./growth/growth.ts'),
  gates: () => import('./gates/gates.ts'),
  sampling: () => import('./sampling.ts'),
  'phone-replica': () => import('./phone-replica.ts'),
};

const [name, ...args] = process.argv.slice(2);
const load = name ? benches[name] : undefined;
if (!load) {
  process.stderr.write(`benches: ${Object.keys(benches).join(', ')}\n`);
  process.exitCode = 2;
} else {
  const met = await (await load()).run(args);
  process.exitCode = met ? 0 : 1;
}

export {};
