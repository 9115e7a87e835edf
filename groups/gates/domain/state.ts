import type { Status } from '#core/zones/contract.ts';
import type { KnownPass } from '#groups/passes/contract.ts';
import type { Stamp } from '#kernel/command/module.ts';
import { WorkingSet } from '#kernel/command/working-set.ts';
import type { FileRef } from '#kernel/files/contract.ts';
import type { SettingValue } from '#kernel/settings/setting.ts';
import type { PersonLook } from '../contract/flow-rows.ts';
import type { Gate, GateLane, Passage, Presence } from '../contract/rows.ts';
import type { ShownVisit } from './decision/attempt.ts';
import { createVisitState, shownVisit, type VisitState } from './visits/state.ts';

/** A living resident as far as a gate's rules look: who goes with whom, and what the dwelling lies in. */
export interface GatePerson {
  readonly residentId: string;
  readonly householdId: string;
  readonly compoundId: string;
  readonly buildingId: string;
  readonly entranceId: string | null;
}

/** An open or settled discrepancy that a settling command names. */
export interface KnownDiscrepancy {
  readonly id: string;
  readonly code: string;
  readonly subjects: Readonly<Record<string, string>>;
  readonly settled: boolean;
}

/** People, however a side keeps them: the server those of a batch, a phone everybody. */
export interface PeopleAtGates {
  person(residentId: string): GatePerson | undefined;
  /** Whoever lives there, in no order. */
  household(householdId: string): readonly GatePerson[];
}

/**
 * What the rules of gates look at. On the server `load` fills it with what a batch needs; on a phone it holds the term
 * `gates.area`, what `zones.all` and the passes' terms bring, and the last two parts stay empty.
 */
export interface GatesState extends VisitState {
  readonly gates: WorkingSet<Gate, 'compound'>;
  readonly lanes: WorkingSet<GateLane, 'gate'>;
  readonly passages: WorkingSet<Passage, 'outings' | 'subject'>;
  readonly presence: WorkingSet<Presence, 'household'>;
  people: PeopleAtGates;
  /** Resident id → since when a test is missed, epoch ms. */
  readonly missed: Map<string, number>;
  /** Declarations of zones by id, past ones too. */
  readonly statuses: Map<string, Status>;
  readonly passes: WorkingSet<KnownPass, 'resident'>;
  /** Dated values of the settings of passes. */
  passSettings: readonly SettingValue[];
  /** Visits by id: where to. */
  visits: (visitId: string) => ShownVisit | undefined;
  settings: readonly SettingValue[];
  /** Photos that the batch spoke of. */
  readonly photos: { readonly file: FileRef; readonly stamp: Stamp }[];
  /** Looks at one person's passages that the batch made. */
  readonly personLooks: PersonLook[];
  /** Compounds that stand; for adding a gate. */
  readonly compounds: Set<string>;
  readonly discrepancies: Map<string, KnownDiscrepancy>;
}

/** Whom a passage is of: what is looked back upon when it is taken back. */
export const subjectKey = ({ residentId, passId }: Pick<Passage, 'residentId' | 'passId'>): string | null =>
  residentId ?? passId;

export const nobody: PeopleAtGates = { person: () => undefined, household: () => [] };

export function createGatesState(): GatesState {
  const visits = createVisitState();
  return {
    ...visits,
    gates: new WorkingSet<Gate, 'compound'>({ compound: (gate) => gate.compoundId }),
    lanes: new WorkingSet<GateLane, 'gate'>({ gate: (lane) => lane.gateId }),
    passages: new WorkingSet<Passage, 'outings' | 'subject'>({
      outings: (row) => (row.counts && row.voidedAt === null ? row.householdId : null),
      subject: subjectKey,
    }),
    presence: new WorkingSet<Presence, 'household'>({ household: (row) => row.householdId }),
    people: nobody,
    missed: new Map(),
    statuses: new Map(),
    passes: new WorkingSet<KnownPass, 'resident'>({ resident: (pass) => pass.residentId }),
    passSettings: [],
    visits: (visitId) => shownVisit(visits, visitId),
    settings: [],
    photos: [],
    personLooks: [],
    compounds: new Set(),
    discrepancies: new Map(),
  };
}
