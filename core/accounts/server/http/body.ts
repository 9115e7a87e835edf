import type { Answer } from '#kernel/command/command.ts';
import type { BodySchema } from '#kernel/command/module.ts';
import { ProblemError } from '#kernel/problem/problem.ts';
import { accountsProblems } from '../../contract/problems.ts';

/** Throws `accounts.bad-request` naming the field, never its value. */
export function parseBody<B>(schema: BodySchema<B>, input: unknown): B {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const field = result.error.issues[0]?.path.map(String).join('.') ?? '';
  throw new ProblemError(accountsProblems['bad-request'], { field });
}

/** Throws what a command was refused for. */
export function requireAccepted(answers: readonly Answer[]): void {
  for (const answer of answers) {
    if (answer.first !== 'refused') continue;
    const code = answer.problems[0]?.code ?? '';
    const kind = Object.values(accountsProblems).find((k) => k.code === code);
    if (!kind) throw new Error(`the server's own command was refused: ${code}`);
    throw new ProblemError(kind, answer.problems[0]?.details ?? {});
  }
}
