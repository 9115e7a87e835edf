import type { AreaTx } from '#kernel/db/area-tx.ts';

/** Notice 告知书, records of processing 处理活动记录 (PIPL art. 56), impact assessment 个人信息保护影响评估 (arts. 55–56). */
export const PAPER_KINDS = ['notice', 'records', 'assessment'] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

/** What the committee completes; beside it stand the facts that the system knows. */
export const PAPER_FIELDS = {
  notice: ['controller', 'contact', 'why', 'what', 'who', 'howLong', 'rights'],
  records: ['controller', 'contact', 'officer', 'recipients', 'abroad', 'measures', 'remarks'],
  assessment: ['necessity', 'risks', 'safeguards', 'consulted', 'conclusion', 'approvedBy'],
} as const satisfies Readonly<Record<PaperKind, readonly string[]>>;

export type PaperField = (typeof PAPER_FIELDS)[PaperKind][number];
export type PaperFields = Readonly<Record<string, string>>;

/** One edition. */
export interface Paper {
  readonly id: string;
  readonly kind: PaperKind;
  /** 1, 2, 3 … within its kind. */
  readonly number: number;
  readonly fields: PaperFields;
  /** Epoch ms. */
  readonly savedAt: number;
  readonly savedBy: string;
}

/** What a module that takes personal data in asks first: has the area confirmed its notice? */
export interface NoticeDoor {
  confirmed(tx: AreaTx): Promise<boolean>;
}
