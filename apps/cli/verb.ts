import type { Language } from '#kernel/ui/language.ts';
import type { Translate } from '#kernel/ui/text.ts';
import type zh from './messages/zh-CN.ts';

/** What a verb works with. Tests give their own. */
export interface Cli {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly language: Language;
  readonly t: Translate<typeof zh>;
  /** A line for the person at the terminal, on stdout. */
  say(line: string): void;
}

/** One verb of the command line. Resolves to the exit status: 0 done, 1 failed, 2 wrongly called. */
export interface Verb {
  run(args: readonly string[], cli: Cli): Promise<number>;
}

/** Called wrongly: said to the person, exit status 2. */
export class UsageError extends Error {}
