import type { TableSpec } from '#kernel/db/columns.ts';
import type { Acknowledgement, Attempt, Code, RightAnswers } from '../contract/rows.ts';

/** A version as it rests: with its right answers, from which the phones' keys follow. */
export type CodeRecord = Omit<Code, 'keys' | 'note'> & {
  readonly answers: RightAnswers;
  readonly changeNote: string;
  readonly publishedBy: string | null;
  readonly withdrawReason: string | null;
};

export const codeTable: TableSpec<CodeRecord> = {
  table: 'conduct.code',
  key: ['id'],
  columns: {
    id: 'uuid',
    version: 'int8',
    group: 'text',
    number: 'int4',
    title: 'text',
    points: 'jsonb',
    questions: 'jsonb',
    answers: 'jsonb',
    video: 'jsonb',
    change: 'text',
    changeNote: 'text',
    publishedAt: 'timestamptz',
    publishedBy: 'text',
    replacedAt: 'timestamptz',
    withdrawnAt: 'timestamptz',
    withdrawReason: 'text',
  },
};

export const attemptTable: TableSpec<Attempt> = {
  table: 'conduct.attempt',
  key: ['id'],
  columns: {
    id: 'uuid',
    version: 'int8',
    codeId: 'uuid',
    memberId: 'uuid',
    at: 'timestamptz',
    right: 'int4',
    of: 'int4',
    wrong: 'jsonb',
    passed: 'bool',
    counts: 'bool',
  },
};

export const acknowledgementTable: TableSpec<Acknowledgement> = {
  table: 'conduct.acknowledgement',
  key: ['id'],
  columns: {
    id: 'uuid',
    version: 'int8',
    codeId: 'uuid',
    memberId: 'uuid',
    at: 'timestamptz',
  },
};
