import type { Ids } from '#core/people/testing/small-area.ts';
import type { TestingBodies } from '../contract/commands.ts';
import { aRound } from './area.ts';

/** The open round of a practice world: pooled ten to one, two lanes of one site, the whole compound on the list. */
export function practiceRound(ids: Ids, compoundId: string): PracticeRound {
  const newId = () => ids.next();
  const round = aRound(newId, { sites: 1, lanesPerSite: 2, compoundIds: [compoundId], buildingIds: [] });
  return { create: { ...round, name: '练习轮次' }, open: { roundId: round.roundId } };
}

export interface PracticeRound {
  readonly create: TestingBodies['testing.create-round'];
  readonly open: TestingBodies['testing.open-round'];
}
