import { useSubmit } from '#kernel/ui/use-submit.ts';
import { useText } from '#kernel/ui/use-text.ts';
import type { Excuse } from '../../contract/rows.ts';
import { planText } from '../../messages/plan.ts';

export type SaidOf =
  | { readonly status: 'expected' }
  | { readonly status: 'away' | 'exempt'; readonly reason: Excuse };

export interface Mark {
  readonly residentId: string;
  readonly said: SaidOf;
}

/** People one command names at most (contract). */
const AT_ONCE = 500;

/** Says of each person whether he or she is awaited; one command for everybody of whom the same is said. */
export function useMark(roundId: string) {
  const t = useText(planText);
  const { submit, busy, problems } = useSubmit(t('marked-done'));

  /** @returns whether all of it was taken */
  const mark = async (marks: readonly Mark[]): Promise<boolean> => {
    for (const { said, residentIds } of alike(marks)) {
      const answer = await submit('testing.set-expectation', 1, { roundId, residentIds, ...said });
      if (answer?.first !== 'done') return false;
    }
    return true;
  };
  return { mark, busy, problems };
}

interface Alike {
  readonly said: SaidOf;
  readonly residentIds: readonly string[];
}

/** In as few commands as say the same, none longer than a command may be. */
export function alike(marks: readonly Mark[]): readonly Alike[] {
  const groups = new Map<string, { said: SaidOf; residentIds: string[] }>();
  for (const { residentId, said } of marks) {
    const key = said.status === 'expected' ? said.status : `${said.status}/${said.reason}`;
    const group = groups.get(key) ?? { said, residentIds: [] };
    group.residentIds.push(residentId);
    groups.set(key, group);
  }
  return [...groups.values()].flatMap(({ said, residentIds }) =>
    Array.from({ length: Math.ceil(residentIds.length / AT_ONCE) }, (_, i) => ({
      said,
      residentIds: residentIds.slice(i * AT_ONCE, (i + 1) * AT_ONCE),
    })),
  );
}
