import { refuse } from '#kernel/command/command.ts';
import { commandProblems } from '#kernel/command/problems.ts';
import { WorkingSet } from '#kernel/command/working-set.ts';
import { problem } from '#kernel/problem/problem.ts';
import type { Projection } from '#kernel/sync/client/projection.ts';
import { UNDERTAKING_COLLECTION, type UndertakingView } from '../contract/sync.ts';

export interface PromiseState {
  readonly undertakings: WorkingSet<UndertakingView>;
}

export const ACCEPT = 'privacy.accept-undertaking';

/** On the phone the promise stands at once, and shows as pending until the server has it. */
export const projection: Projection<PromiseState> = {
  name: 'privacy',
  collections: [UNDERTAKING_COLLECTION],
  kinds: { [ACCEPT]: { nature: 'fact', v: 1 } },
  build: () => ({ undertakings: new WorkingSet<UndertakingView>({}) }),
  load: (state, _collection, rows) =>
    void state.undertakings.load(rows as unknown as readonly UndertakingView[]),
  remove: (state, _collection, ids) => state.undertakings.remove(ids),
  clear: (state) => state.undertakings.clearChanges(),
  decide: (_state, command) =>
    command.kind === ACCEPT
      ? { events: [{ type: 'privacy.undertaking-accepted', data: { memberId: command.actorId } }] }
      : refuse(problem(commandProblems['unknown-kind'])),
  evolve: (state, _event, { actorId, version, at }) =>
    state.undertakings.put({ id: actorId, version, acceptedAt: at }),
};
