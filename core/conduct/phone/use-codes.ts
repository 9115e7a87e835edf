import { useProjection, useSyncClient } from '#kernel/sync/client/hooks.ts';
import { useNow } from '#kernel/ui/use-now.ts';
import { type CodeHere, codesHere } from './codes-here.ts';
import { projection } from './projection.ts';

/** Codes in force as I stand to them; looks again each minute, since waits and duties end. */
export function useCodes(): readonly CodeHere[] {
  const client = useSyncClient();
  const minute = Math.floor(useNow(30_000) / 60_000);
  return useProjection(projection, (state) => codesHere(state, client.actorId, client.now()), [
    client,
    minute,
  ]);
}

export function useCode(params: Readonly<Record<string, string>>): CodeHere | null {
  return useCodes().find(({ code }) => code.id === params.codeId) ?? null;
}
