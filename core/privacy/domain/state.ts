import type { PaperFields, PaperKind } from '../contract/papers.ts';

export interface PaperRow {
  readonly id: string;
  readonly version: number;
  readonly kind: PaperKind;
  readonly number: number;
  readonly fields: PaperFields;
  readonly savedAt: number;
  readonly savedBy: string;
}

export interface UndertakingRow {
  /** The member's. */
  readonly id: string;
  readonly version: number;
  readonly acceptedAt: number;
}

export interface BackupRow {
  readonly id: string;
  readonly version: number;
  readonly fingerprint: string;
  readonly place: string;
  readonly confirmedAt: number;
  readonly confirmedBy: string;
}

/** What of a kind is past its time. */
export interface Expired {
  /** Whatever began before is, epoch ms. */
  readonly before: number;
  readonly rows: number;
}

export interface Reseal {
  readonly table: string;
  readonly after: string | null;
  readonly until: string;
}

/** What privacy's commands look at, and what they leave to be written. */
export interface PrivacyState {
  readonly paperIds: Set<string>;
  /** The highest number of each kind. */
  readonly numbers: Map<PaperKind, number>;
  readonly undertaken: Set<string>;
  readonly backupIds: Set<string>;
  /** Of the keys as they are now; null when no command of the batch asks. */
  readonly fingerprint: string | null;
  /** Declared kind → what is past its time; null where a kind has no term of its own. */
  readonly expired: Map<string, Expired | null>;
  readonly sealedTables: ReadonlySet<string>;
  /** Tables that an earlier version still seals rows of; null when no command of the batch asks. */
  readonly stale: readonly string[] | null;

  readonly papers: PaperRow[];
  readonly undertakings: UndertakingRow[];
  readonly backups: BackupRow[];
  readonly removals: { readonly kind: string; readonly before: number; readonly version: number }[];
  readonly reseals: Reseal[];
  /** What is to happen to the key file: a version is added from that time on, or earlier ones are kept for the log. */
  readonly keyChanges: ({ readonly begin: number } | 'end')[];
}
