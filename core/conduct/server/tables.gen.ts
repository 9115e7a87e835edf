/** Made by `npm run codegen` from the migrated schema; a test fails when it is stale. Instants are epoch ms. */
export interface ConductSchema {
  'conduct.acknowledgement': {
    readonly areaId: string;
    readonly id: string;
    readonly version: number;
    readonly codeId: string;
    readonly memberId: string;
    readonly at: number;
  };
  'conduct.attempt': {
    readonly areaId: string;
    readonly id: string;
    readonly version: number;
    readonly codeId: string;
    readonly memberId: string;
    readonly at: number;
    readonly right: number;
    readonly of: number;
    readonly wrong: NonNullable<unknown>;
    readonly passed: boolean;
    readonly counts: boolean;
  };
  'conduct.code': {
    readonly areaId: string;
    readonly id: string;
    readonly version: number;
    readonly group: string;
    readonly number: number | null;
    readonly title: string;
    readonly points: NonNullable<unknown>;
    readonly questions: NonNullable<unknown>;
    readonly answers: NonNullable<unknown>;
    readonly video: NonNullable<unknown> | null;
    readonly change: string | null;
    readonly changeNote: string;
    readonly publishedAt: number | null;
    readonly publishedBy: string | null;
    readonly replacedAt: number | null;
    readonly withdrawnAt: number | null;
    readonly withdrawReason: string | null;
  };
}
