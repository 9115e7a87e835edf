import type { ResidentField, ResidentFields } from './rows.ts';

/** The register as it stands, opened in the server's memory for one preview. Living rows only. */
export interface RegisterSnapshot {
  readonly compounds: readonly {
    readonly id: string;
    readonly name: string;
    readonly addressRuleId: string | null;
  }[];
  readonly buildings: readonly { readonly id: string; readonly compoundId: string; readonly label: string }[];
  readonly entrances: readonly { readonly id: string; readonly buildingId: string; readonly label: string }[];
  readonly dwellings: readonly {
    readonly id: string;
    readonly buildingId: string;
    readonly entranceId: string | null;
    readonly room: string;
  }[];
  readonly households: readonly { readonly id: string; readonly dwellingId: string }[];
  readonly residents: readonly KnownResident[];
  /** Entries that no longer stand: a register that still names them brings nobody back unasked. */
  readonly former: readonly FormerResident[];
  readonly addressRules: readonly { readonly id: string; readonly name: string; readonly rule: unknown }[];
}

export interface KnownResident {
  readonly id: string;
  readonly householdId: string;
  readonly dwellingId: string;
  /** Only what is known: an absent field is unknown. */
  readonly known: ResidentFields & { readonly name: string };
  /** Field → when someone confirmed it in the field, epoch ms. */
  readonly confirmed: Readonly<Partial<Record<ResidentField, number>>>;
  /** Where the desk moved the person away from: an older register that says so moves nobody back. */
  readonly movedFrom: readonly string[];
}

/** Ended, or merged into an entry that stands. */
export interface FormerResident extends KnownResident {
  /** The living entry that stands for this one; null: ended. */
  readonly standsAs: string | null;
  readonly endedAt: number;
  readonly endReason: string;
}

export const EMPTY_SNAPSHOT: RegisterSnapshot = {
  compounds: [],
  buildings: [],
  entrances: [],
  dwellings: [],
  households: [],
  residents: [],
  former: [],
  addressRules: [],
};
