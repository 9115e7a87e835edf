import { useProjection, useSyncClient } from '#kernel/sync/client/hooks.ts';
import { useNow } from '#kernel/ui/use-now.ts';
import { placeIn } from '../paths.ts';
import { type PlaceHere, placesHere } from './places-here.ts';
import { projection } from './projection.ts';

/** Places with what was left there; looks again each minute, since duties end and points grow late. */
export function usePlaces(): readonly PlaceHere[] {
  const client = useSyncClient();
  const minute = Math.floor(useNow(30_000) / 60_000);
  return useProjection(projection, (state) => placesHere(state, client.now()), [client, minute]);
}

/** The place a path names; null where this phone knows nothing of it. */
export function usePlace(params: Readonly<Record<string, string>>): PlaceHere | null {
  const place = placeIn(params);
  return usePlaces().find((one) => one.group === params.group && one.place === place) ?? null;
}
