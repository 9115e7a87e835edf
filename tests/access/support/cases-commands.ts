import type { Client } from '#apps/server/testing-server.ts';
import type { Answer } from '#kernel/command/command.ts';
import type { CommandKind } from '#kernel/command/module.ts';
import type { Module } from '#kernel/module.ts';
import { PROTOCOL, type PushResponse } from '#kernel/sync/protocol.ts';
import { uuidv7 } from '#kernel/time-id/uuid.ts';
import { exampleOf, type Fill } from './example.ts';
import { FINER_COMMANDS, MENDED } from './finer-commands.ts';
import { grantsBy, mayBy } from './persons.ts';
import type { Stand } from './stand.ts';
import { inParallel, patiently, type Tally } from './tally.ts';

/** One command as it is tried: an example, and who may send it. */
interface Row {
  readonly name: string;
  readonly kind: string;
  readonly action: string;
  readonly v: number;
  /** What gives power is judged by what its author is now, whatever hour it claims. */
  readonly judgedNow: boolean;
  readonly body: unknown;
  readonly narrowed: { readonly to: readonly string[]; readonly code: string } | null;
}

type WithCommands = Pick<Module, 'commands'>;

/** Every command of every mounted module. */
export const kindsOf = (modules: readonly WithCommands[]): readonly (readonly [string, CommandKind])[] =>
  modules.flatMap(({ commands }) => Object.entries<CommandKind>(commands?.kinds ?? {}));

/** What the door itself says; anything else was for the module to decide. */
const AT_THE_DOOR = new Set(
  ['malformed', 'unknown-kind', 'not-the-author', 'too-new', 'bad-body', 'not-allowed'].map(
    (code) => `command.${code}`,
  ),
);

const HOURS = ['now', 'during duty', 'before duty'] as const;

/** Sends each command as everybody, of now and of other hours, in the own area and in the other. */
export async function tryCommands(stand: Stand, tally: Tally): Promise<void> {
  const { actors, foreign, house, dual, stranger } = stand;
  const { rules } = house.host;
  const plain = plainRows(house.modules, stand.fill);
  await inParallel(actors, async (actor) => {
    const rowsOfNow = withFiner(stand, plain);
    for (const hour of HOURS) {
      if (hour !== 'now' && actor.duty === null) continue;
      const rows = hour === 'now' ? rowsOfNow : withFiner(stand, plain);
      const at = { now: stand.clock.now(), 'during duty': stand.duringDuty, 'before duty': stand.beforeDuty }[
        hour
      ];
      const { status, code, answers } = await send(actor.client, rows, at);
      for (const [i, row] of rows.entries()) {
        const grants = grantsBy(actor, row.judgedNow ? 'now' : hour);
        const may = mayBy(rules[row.action] ?? [], grants);
        const within = may && (!row.narrowed || mayBy(row.narrowed.to, grants));
        const got = answers[i]?.problems[0]?.code ?? (answers[i] ? 'done' : code);
        const held = within
          ? status === 200 && !AT_THE_DOOR.has(got ?? '') && got !== row.narrowed?.code
          : got === (may ? row.narrowed?.code : actor.left ? 'accounts.no-place' : 'command.not-allowed');
        const where = `${actor.name}, ${hour}`;
        tally.add(`command, ${hour}`, row.name, where, within ? 'allowed' : 'refused', held, got);
      }
    }
    const elsewhere = actor.client.at(foreign.areaId, actor.client.memberId);
    const away = await send(elsewhere, rowsOfNow, stand.clock.now());
    for (const row of rowsOfNow) {
      const held = away.status === 403 && away.code === 'accounts.no-place';
      tally.add('command, other area', row.name, actor.name, 'refused', held, away.code);
    }
  });

  const there = await send(dual, plain, stand.clock.now());
  const out = await send(stranger, plain, stand.clock.now());
  for (const [i, row] of plain.entries()) {
    const may = mayBy(rules[row.action] ?? [], ['role:volunteer']);
    const got = there.answers[i]?.problems[0]?.code ?? 'done';
    const held = may ? !AT_THE_DOOR.has(got) : got === 'command.not-allowed';
    tally.add('command, two areas', row.name, 'volunteer there', may ? 'allowed' : 'refused', held, got);
    const kept = out.status === 401 && out.code === 'accounts.no-session';
    tally.add('command, no session', row.name, 'a stranger', 'refused', kept, out.code);
  }
}

/** Each command by its schema; the same for everybody, since whoever comes second is told so by the module. */
export function plainRows(modules: readonly WithCommands[], fill: Fill): readonly Row[] {
  return kindsOf(modules).map(([kind, { action, v, judgedBy, body }]): Row => {
    const example = exampleOf(body as never, fill, MENDED[kind]);
    const judgedNow = judgedBy === 'receipt';
    return { name: kind, kind, action, v, judgedNow, body: example, narrowed: null };
  });
}

/** Those whose subject narrows who may once per subject, made anew, in the place of the plain ones. */
function withFiner({ subjects, fill, clock }: Stand, plain: readonly Row[]): readonly Row[] {
  const finer = FINER_COMMANDS.map(({ kind, of, to, code, body }): Row => {
    const known = plain.find((row) => row.kind === kind);
    if (!known) throw new Error(`${kind} is no command`);
    const made = body(subjects, fill, clock.now());
    return { ...known, name: `${kind} (${of})`, body: made, narrowed: { to, code } };
  });
  const narrowed = new Set(FINER_COMMANDS.map(({ kind }) => kind));
  return [...plain.filter(({ kind }) => !narrowed.has(kind)), ...finer];
}

interface Sent {
  readonly status: number;
  readonly code: string | null;
  readonly answers: readonly Answer[];
}

async function send(client: Client, rows: readonly Row[], claimedAt: number): Promise<Sent> {
  const { deviceId, memberId: actorId } = client;
  const commands = rows.map(({ kind, v, body }) => ({
    id: uuidv7(claimedAt),
    kind,
    v,
    claimedAt,
    actorId,
    body,
  }));
  const request = { protocol: PROTOCOL, deviceId, clockOffset: 0, commands };
  const response = await patiently(() => client.post(`/api/areas/${client.areaId}/push`, request));
  const body = (await response.json()) as Partial<PushResponse> & { readonly code?: string };
  return { status: response.status, code: body.code ?? null, answers: body.answers ?? [] };
}
