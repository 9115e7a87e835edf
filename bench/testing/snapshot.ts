import { unpackResponse } from '#kernel/sync/columns.ts';
import { readLines } from '#kernel/sync/lines.ts';
import { PROTOCOL, type PullResponse } from '#kernel/sync/protocol.ts';
import type { Caller, Heard } from '../caller.ts';

/** Everything a phone pulls the first time, page by page. */
export interface Snapshot {
  readonly pages: readonly Heard[];
  /** As it travels. */
  readonly bytes: number;
  readonly rawBytes: number;
  readonly rows: number;
  readonly mostRows: number;
  /** At the server, all pages. */
  readonly ms: number;
  readonly databaseMs: number;
}

/** Everything, page by page. */
export async function pullAll(caller: Caller): Promise<Snapshot> {
  const {
    value: { pages, rowsOf },
    ms,
    database,
  } = await caller.timed(() => pullFrom(caller, {}));
  const sum = (sizes: readonly number[]) => sizes.reduce((total, size) => total + size, 0);
  return {
    pages,
    bytes: sum(pages.map(({ travelled }) => travelled.byteLength)),
    rawBytes: sum(pages.map(({ body }) => body.byteLength)),
    rows: sum(rowsOf),
    mostRows: Math.max(...rowsOf),
    ms,
    databaseMs: database.ms,
  };
}

/** What is newer, page by page until there is no more. @param held term → cursor; moved forward */
export async function pullFrom(
  caller: Caller,
  held: Record<string, number>,
): Promise<{ readonly pages: Heard[]; readonly rowsOf: number[] }> {
  const pages: Heard[] = [];
  const rowsOf: number[] = [];
  for (let more = true; more; ) {
    const asked = {
      protocol: PROTOCOL,
      deviceId: caller.deviceId,
      held,
      pending: 0,
      columns: true,
      lines: true,
    };
    const page = await caller.send(caller.path('pull'), JSON.stringify(asked), 'application/json');
    const answer = unpackResponse(readLines(page.body));
    pages.push(page);
    rowsOf.push(rowsIn(answer));
    for (const part of answer.terms) held[part.term] = part.version;
    more = answer.terms.some((part) => part.more);
  }
  return { pages, rowsOf };
}

const rowsIn = ({ terms }: PullResponse): number =>
  terms
    .flatMap(({ collections }) => Object.values(collections))
    .reduce((total, { rows }) => total + rows.length, 0);
