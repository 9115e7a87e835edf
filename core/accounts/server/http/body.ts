import type { Refused } from '#kernel/command/command.ts';
import type { BodySchema } from '#kernel/command/module.ts';
import { type ProblemDetails, ProblemError } from '#kernel/problem/problem.ts';
import { accountsProblems } from '../../contract/problems.ts';

/** Throws `accounts.bad-request` naming the field, never its value. */
export function parseBody<B>(schema: BodySchema<B>, input: unknown): B {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const field = result.error.issues[0]?.path.map(String).join('.') ?? '';
  throw new ProblemError(accountsProblems['bad-request'], { field });
}

/** Throws what the domain refuses, as a command would have been answered; nothing when it does not. */
export function throwRefusal(refusal: Refused | null): void {
  if (refusal === null) return;
  const { code, details } = refusal.refused;
  throw problemErrorOf(code, details);
}

/** A problem of this module by its code. An unknown code is a fault of the server. */
export function problemErrorOf(code: string, details: ProblemDetails): Error {
  const kind = Object.values(accountsProblems).find((k) => k.code === code);
  return kind ? new ProblemError(kind, details) : new Error(`the server's own command was refused: ${code}`);
}
