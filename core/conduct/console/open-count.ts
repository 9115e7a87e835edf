import { conduct } from './queries.ts';

/** How many with a duty ahead have not passed their group's quiz. */
export async function openCount(): Promise<number> {
  const { groups } = await conduct.call.open();
  return groups.reduce((sum, { mustPass }) => sum + mustPass, 0);
}
