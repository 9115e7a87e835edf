import type { PushResponse } from '#kernel/sync/protocol.ts';
import { MARKED } from './hostile.ts';
import type { Made, Meant } from './requests.ts';
import type { Got } from './wire.ts';

/** What an answer looks like that tells of the inside of the server. */
const INSIDE =
  /node_modules|\bat [\w.<> ]*\(?(file:|\/)|\.ts:\d+|SQLSTATE|syntax error at|violates|relation "/;
const KEPT = 40;

interface Reach {
  /** Of those meant well. */
  accepted: number;
  refused: number;
  /** What refusals of those meant well say. */
  readonly codes: Map<string, number>;
}

/** What a run comes to. */
export class Findings {
  requests = 0;
  /** Answers of 500 and more. */
  readonly serverErrors: string[] = [];
  /** Answers that name somebody, or how the server is built. */
  readonly told: string[] = [];
  /** Requests after which the line was closed without an answer. */
  unanswered = 0;
  slowest = { ms: 0, what: '' };
  /** Per kind of command, query and route. */
  readonly reach = new Map<string, Reach>();

  heard(operation: string, asked: Made, got: Got): void {
    this.requests += 1;
    if (got.ms > this.slowest.ms) this.slowest = { ms: got.ms, what: `${got.status} ${shown(asked)}` };
    if (got.status === 0) this.unanswered += 1;
    if (got.status >= 500)
      this.keep(this.serverErrors, `${got.status} ${shown(asked)} → ${got.text.slice(0, 300)}`);
    if (got.status >= 400) this.lookThrough(got.text, asked, got);
    if (asked.commands.length === 0)
      this.count(operation, asked.meant, got.status >= 200 && got.status < 400, codeIn(got.text));
    else this.answered(asked, got);
  }

  private answered(asked: Made, got: Got): void {
    if (got.status !== 200) {
      for (const { kind } of asked.commands)
        this.count(`command ${kind}`, asked.meant, false, codeIn(got.text));
      return;
    }
    const { answers } = JSON.parse(got.text) as PushResponse;
    for (const [i, answer] of answers.entries()) {
      const [problem] = answer.problems;
      const code = `${problem?.code} ${problem?.details.path ?? ''}`.trim();
      this.count(`command ${asked.commands[i]?.kind}`, asked.meant, answer.first !== 'refused', code);
      this.lookThrough(JSON.stringify(answer.problems), asked, got);
    }
  }

  private lookThrough(text: string, asked: Made, got: Got): void {
    const named = Object.values(MARKED).some((mark) => text.includes(mark));
    if (named || INSIDE.test(text))
      this.keep(this.told, `${got.status} ${shown(asked)} → ${text.slice(0, 300)}`);
  }

  private count(operation: string, meant: Meant, accepted: boolean, code: string): void {
    const reach = this.reach.get(operation) ?? { accepted: 0, refused: 0, codes: new Map<string, number>() };
    this.reach.set(operation, reach);
    if (!accepted) reach.refused += 1;
    else if (meant !== 'hostile') reach.accepted += 1;
    if (!accepted && meant !== 'hostile') reach.codes.set(code, (reach.codes.get(code) ?? 0) + 1);
  }

  private keep(list: string[], line: string): void {
    if (list.length < KEPT) list.push(line);
    else if (list.length === KEPT) list.push('… and more');
  }
}

const shown = ({ method, path, body, headers, meant }: Made): string =>
  `${meant} ${method} ${path.slice(0, 200)} ${headers['content-type'] ?? ''} ${body?.slice(0, 1_500) ?? ''}`;

const codeIn = (text: string): string => /"code":"([\w.-]+)"/.exec(text)?.[1] ?? text.slice(0, 40);
