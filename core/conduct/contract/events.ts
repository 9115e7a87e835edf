import type { DomainEvent } from '#kernel/command/command.ts';
import type { ConductBody } from './commands.ts';
import type { Acknowledgement, Attempt, Change } from './rows.ts';

export type CodeDrafted = DomainEvent<'conduct.code-drafted', ConductBody<'conduct.draft-code'>>;
export type DraftDropped = DomainEvent<'conduct.draft-dropped', { readonly codeId: string }>;
export type CodePublished = DomainEvent<
  'conduct.code-published',
  { readonly codeId: string; readonly number: number; readonly change: Change; readonly note: string }
>;
export type CodeWithdrawn = DomainEvent<
  'conduct.code-withdrawn',
  { readonly codeId: string; readonly reason: string }
>;
export type QuizTaken = DomainEvent<'conduct.quiz-taken', Omit<Attempt, 'version'>>;
export type CodeAcknowledged = DomainEvent<'conduct.code-acknowledged', Omit<Acknowledgement, 'version'>>;

export type ConductEvent =
  | CodeDrafted
  | DraftDropped
  | CodePublished
  | CodeWithdrawn
  | QuizTaken
  | CodeAcknowledged;
