import { parseArgs } from 'node:util';
import { commandProblems } from '#kernel/command/problems.ts';
import { ProblemError } from '#kernel/problem/problem.ts';
import { withHouse } from './house.ts';
import { UsageError, type Verb } from './verb.ts';

/** `concerto practice reset --area NAME`: a fresh practice world, also where nobody has practised yet. */
export const practiceVerb: Verb = {
  async run(args, cli) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { area: { type: 'string' } },
    });
    const { area } = values;
    if (positionals.join(' ') !== 'reset' || !area) throw new UsageError(cli.t('verb.practice'));
    await withHouse(cli, async (house) => {
      const standing = (await house.areas()).find(({ name }) => name === area.trim());
      if (!standing) throw new ProblemError(commandProblems['unknown-area']);
      await house.practice.reset(standing.areaId, null);
    });
    cli.say(cli.t('practice-reset', { area: area.trim() }));
    return 0;
  },
};
