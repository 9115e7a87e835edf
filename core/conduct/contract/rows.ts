import type { GroupId } from '#core/accounts/contract.ts';
import type { FileRef, VideoType } from '#kernel/files/contract.ts';

/** One numbered point of a code of practice; its number is its place in the list. */
export interface Point {
  readonly id: string;
  /** A short imperative, e.g. 先问好，再查证. */
  readonly title: string;
  /** What it means at the work; may be empty. */
  readonly text: string;
}

export const QUESTION_KINDS = ['one', 'many'] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

export interface Option {
  readonly id: string;
  readonly text: string;
}

/** A question without its answer: what is shown. */
export interface Question {
  readonly id: string;
  readonly kind: QuestionKind;
  readonly text: string;
  readonly options: readonly Option[];
  /** The point to read again where the answer was wrong; null: none in particular. */
  readonly pointId: string | null;
}

/** Question id → ids of all options that are right. */
export type RightAnswers = Readonly<Record<string, readonly string[]>>;

/** Question id → `answerKey` of the right options: what a phone marks with. */
export type AnswerKeys = Readonly<Record<string, number>>;

export interface Video {
  readonly file: FileRef<VideoType>;
  /** As it was called when it was chosen. */
  readonly name: string;
}

/** What a new version asks of those who passed an earlier one. */
export const CHANGES = ['acknowledge', 'pass-anew'] as const;
export type Change = (typeof CHANGES)[number];

/** One version of a group's code of practice. */
export interface Code {
  readonly id: string;
  readonly group: GroupId;
  /** 1, 2, … within the group; null while a draft. */
  readonly number: number | null;
  readonly title: string;
  readonly points: readonly Point[];
  readonly questions: readonly Question[];
  readonly keys: AnswerKeys;
  readonly video: Video | null;
  /** Null while a draft. */
  readonly change: Change | null;
  /** What is new in it, in the words of who published it. */
  readonly note: string;
  /** Epoch ms; null while a draft. */
  readonly publishedAt: number | null;
  /** A newer version holds since then. */
  readonly replacedAt: number | null;
  /** Taken out without another in its place. */
  readonly withdrawnAt: number | null;
  readonly version: number;
}

/** One sitting at the quiz. What was chosen is not kept, only which questions were wrong. */
export interface Attempt {
  readonly id: string;
  readonly codeId: string;
  readonly memberId: string;
  readonly at: number;
  readonly right: number;
  readonly of: number;
  readonly wrong: readonly string[];
  readonly passed: boolean;
  /** False: sat before the wait was over. It is noted and changes nothing. */
  readonly counts: boolean;
  readonly version: number;
}

/** A member has read a version and says so. */
export interface Acknowledgement {
  readonly id: string;
  readonly codeId: string;
  readonly memberId: string;
  readonly at: number;
  readonly version: number;
}
