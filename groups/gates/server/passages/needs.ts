import type { Passage } from '../../contract/rows.ts';
import type { GatesCommand } from '../../domain/command.ts';
import { type GatesState, subjectKey } from '../../domain/state.ts';

/** What the commands of a batch name of passages. */
export class Needs {
  readonly passages = new Set<string>();
  readonly discrepancies = new Set<string>();
  readonly residents = new Set<string>();
  readonly passes = new Set<string>();
  /** Those whose passes to their own name are asked for: everybody of the households that somebody left. */
  readonly neighbours = new Set<string>();
  readonly households = new Set<string>();
  /** Residents and passes, as `Presence.id`. */
  readonly subjects = new Set<string>();
  /** Times between which something passed, epoch ms; null: nothing did. */
  from: number | null = null;
  until = 0;
  /** Something may be taken back: what was before is asked for. */
  isLookingBack = false;

  /** After the people of the batch are loaded: the register's household stands before the phone's. */
  static of(commands: readonly GatesCommand[], { people }: Pick<GatesState, 'people'>): Needs {
    const needs = new Needs();
    for (const { kind, body, at } of commands) {
      if (kind === 'gates.record-passage') {
        const person = body.residentId === null ? undefined : people.person(body.residentId);
        needs.passages.add(body.passageId);
        if (body.passId !== null) needs.passes.add(body.passId);
        const id = subjectKey({ residentId: person?.residentId ?? body.residentId, passId: body.passId });
        if (id !== null) needs.subjects.add(id);
        if (person) needs.residents.add(person.residentId);
        if (person && body.direction === 'out' && body.outcome === 'allowed') {
          for (const { residentId } of people.household(person.householdId)) needs.neighbours.add(residentId);
        }
        const householdId = person?.householdId ?? body.householdId;
        if (householdId !== null) needs.households.add(householdId);
        needs.from = Math.min(needs.from ?? at, at);
        needs.until = Math.max(needs.until, at);
      } else if (kind === 'gates.undo-passage' || kind === 'gates.void-passage') {
        needs.passages.add(body.passageId);
        needs.isLookingBack = true;
      } else if (kind === 'gates.settle') {
        needs.discrepancies.add(body.discrepancyId);
        needs.isLookingBack = true;
      }
    }
    return needs;
  }

  addSubjects(passages: readonly Passage[]): void {
    for (const passage of passages) {
      const id = subjectKey(passage);
      if (id !== null) this.subjects.add(id);
    }
  }
}
