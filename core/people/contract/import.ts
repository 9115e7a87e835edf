import * as z from 'zod/mini';
import type { KnownRule } from '#core/places/contract.ts';
import type { Problem } from '#kernel/problem/problem.ts';
import type { Finding, FindingCode } from '../domain/import/findings.ts';
import { type Mapping, mappingSchema } from '../domain/import/mapping.ts';
import type { FieldChange } from '../domain/import/merge.ts';

/**
 * A register's import over HTTP, all under `/api/people/import`, action `people:import`, area by `x-concerto-area`:
 *
 * POST /                multipart `file` → `ImportOpened`
 * GET  /:id             → `ImportOpened`
 * PUT  /:id             `ImportReading` → `ImportSummary`: how it is read, and what it would do
 * GET  /:id/rows        ?list=…&offset=…&limit=… → `ImportPage`
 * POST /:id/apply       → `ImportProgress`; goes on by itself, also after a stop
 * POST /:id/stop        → `ImportProgress`
 * GET  /:id/progress    → `ImportProgress`
 * GET  /:id/doubtful.xlsx
 */
export const IMPORT_PATH = '/api/people/import';

export interface ImportOpened {
  readonly importId: string;
  readonly fileName: string;
  readonly sheets: readonly {
    readonly name: string;
    readonly hidden: boolean;
    readonly rows: number;
    /** Texts of the first rows, to recognise columns by. */
    readonly sample: readonly (readonly string[])[];
    /** A sheet of doubtful cells that came back: it needs no mapping. */
    readonly corrections: boolean;
  }[];
  readonly mapping: Mapping;
  /** Rules to choose from: the catalogue's and the area's own. */
  readonly rules: readonly KnownRule[];
  /** Kept ways of reading; the first that fits a sheet has been taken already. */
  readonly saved: readonly { readonly id: string; readonly name: string; readonly mapping: Mapping }[];
}

export const importReading = z.object({
  mapping: mappingSchema,
  edits: z
    .array(
      z.object({
        sheet: z.string().check(z.maxLength(200)),
        cell: z.string().check(z.regex(/^[A-Z]{1,3}[0-9]{1,7}$/)),
        text: z.string().check(z.maxLength(500)),
      }),
    )
    .check(z.maxLength(5000)),
  /** Keys of answered questions: `<resident>/<field>`, `<resident>/move` or `<resident>/back`. */
  agreed: z.array(z.string().check(z.maxLength(80))).check(z.maxLength(50_000)),
});
export type ImportReading = z.infer<typeof importReading>;

export interface ImportSummary {
  readonly created: {
    readonly compounds: number;
    readonly buildings: number;
    readonly households: number;
    readonly residents: number;
  };
  readonly changed: number;
  readonly unchanged: number;
  readonly asked: number;
  readonly absent: number;
  readonly findings: Readonly<Partial<Record<FindingCode, number>>>;
}

export const IMPORT_LISTS = [
  'creates',
  'changes',
  'asks',
  'doubtful',
  'corrected',
  'ignored',
  'absent',
] as const;
export type ImportList = (typeof IMPORT_LISTS)[number];

/** One line of a list; what does not apply is absent. */
export interface ImportLine {
  readonly key: string;
  readonly name: string;
  readonly address: string;
  readonly sheet?: string;
  readonly row?: number;
  readonly phone?: string;
  readonly idMask?: string;
  readonly tags?: readonly string[];
  readonly residentId?: string;
  readonly changes?: readonly FieldChange[];
  readonly asks?: readonly FieldChange[];
  /** Ended before: is he or she back? */
  readonly ended?: { readonly at: number; readonly reason: string };
  readonly move?: { readonly from: string; readonly to: string; readonly asked: boolean };
  readonly finding?: Finding;
}

export interface ImportPage {
  readonly total: number;
  readonly lines: readonly ImportLine[];
}

export interface ImportProgress {
  readonly state: 'idle' | 'applying' | 'stopping' | 'stopped' | 'done' | 'failed';
  /** Residents written and to be written. */
  readonly done: number;
  readonly total: number;
  /** Why a chunk was refused, or why it failed. */
  readonly problems: readonly Problem[];
}
