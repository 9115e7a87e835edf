import type { GroupId } from '#core/accounts/contract.ts';
import type { Fitness } from './domain/fitness.ts';

/** Console paths. */
export const conductPaths = {
  conduct: '/conduct',
  of: (group: GroupId): string => `/conduct?group=${group}`,
  /** The people of a group who stand like that. */
  people: (group: GroupId, fitness: Fitness): string => `/conduct?group=${group}&state=${fitness}`,
  /** Writing the group's draft, or beginning one. */
  write: '/conduct/$group/write',
  writing: (group: GroupId): string => `/conduct/${group}/write`,
} as const;

export const phonePaths = {
  codes: '/conduct',
  code: '/conduct/$codeId',
  quiz: '/conduct/$codeId/quiz',
} as const;

export const toPhone = {
  codes: (): string => '/conduct',
  code: (codeId: string): string => `/conduct/${codeId}`,
  quiz: (codeId: string): string => `/conduct/${codeId}/quiz`,
} as const;
