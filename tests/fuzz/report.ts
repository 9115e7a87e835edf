import type { FuzzResult } from './fuzz.ts';

const MB = 1024 * 1024;
/** What caches may still fill after the warm-up; a leak of one request's body each would be far more. */
const GROWTH_MB = 40;

/** What was reached and how it was answered, with the kinds that no well-meant value ever got through. */
export function table({ findings, commands, ofServer, queries, routes, memory }: FuzzResult): string {
  const why = (name: string): string => {
    const codes = [...(findings.reach.get(name)?.codes ?? [])].sort((a, b) => b[1] - a[1]);
    return codes.length === 0
      ? ''
      : ` (${codes
          .slice(0, 3)
          .map(([code, n]) => `${code} ×${n}`)
          .join(', ')})`;
  };
  const lines = (
    [
      ['commands', commands.filter((kind) => !ofServer.includes(kind)).map((kind) => `command ${kind}`)],
      ['of server', ofServer.map((kind) => `command ${kind}`)],
      ['queries', queries.map((name) => `query ${name}`)],
      ['routes', routes],
    ] as const
  ).map(([sort, names]) => {
    const reached = names.map((name) => findings.reach.get(name)).filter((one) => one !== undefined);
    const sum = (of: 'accepted' | 'refused') => reached.reduce((total, one) => total + one[of], 0);
    const never = names
      .filter((name) => !findings.reach.get(name)?.accepted)
      .map((name) => `${name}${why(name)}`);
    const figures = `${names.length} known, ${reached.length} reached, ${sum('accepted')} accepted, ${sum('refused')} refused`;
    return `${sort.padEnd(9)} ${figures}\n  never accepted: ${never.length === 0 ? 'none' : never.join('\n    ')}`;
  });
  const often = commands
    .filter((kind) => !ofServer.includes(kind))
    .map((kind) => ({ kind, ...(findings.reach.get(`command ${kind}`) ?? { accepted: 0, refused: 0 }) }))
    .sort((a, b) => a.accepted - b.accepted)
    .map(({ kind, accepted, refused }) => `${kind} ${accepted}/${accepted + refused}`);
  const heap = `heap ${mb(memory.warm.heapUsed)} → ${mb(memory.end.heapUsed)} MB, resident ${mb(memory.warm.rss)} → ${mb(memory.end.rss)} MB`;
  const slowest = `slowest ${findings.slowest.ms.toFixed(0)} ms: ${findings.slowest.what.slice(0, 200)}`;
  return [
    ...lines,
    `accepted of sent: ${often.join(', ')}`,
    heap,
    slowest,
    `closed without an answer: ${findings.unanswered}`,
  ].join('\n');
}

const mb = (bytes: number): string => (bytes / MB).toFixed(0);

/** Everything that must not be. @param bars `slowestMs` only where nothing else keeps the machine busy */
export function faultsOf(
  { findings, memory, logged, commands, queries }: FuzzResult,
  bars: { readonly slowestMs?: number } = {},
): string[] {
  const grown = (memory.end.heapUsed - memory.warm.heapUsed) / MB;
  const names = [...commands.map((kind) => `command ${kind}`), ...queries.map((name) => `query ${name}`)];
  return [
    ...findings.serverErrors.map((one) => `server error: ${one}`),
    ...findings.told.map((one) => `told too much: ${one}`),
    ...logged.map((mark) => `the log names ${mark}`),
    ...names.filter((name) => !findings.reach.has(name)).map((name) => `not reached: ${name}`),
    ...(grown > GROWTH_MB ? [`memory grew by ${grown.toFixed(0)} MB after the warm-up`] : []),
    ...(bars.slowestMs !== undefined && findings.slowest.ms > bars.slowestMs
      ? [`an answer took ${findings.slowest.ms.toFixed(0)} ms: ${findings.slowest.what.slice(0, 200)}`]
      : []),
  ];
}
