import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { exportRegister } from '#core/people/server/export-register.ts';
import { commandProblems } from '#kernel/command/problems.ts';
import { ProblemError } from '#kernel/problem/problem.ts';
import { withHouse } from './house.ts';
import { UsageError, type Verb } from './verb.ts';

/** `concerto export register --area NAME --out FILE [--json]`: the register as an .xlsx that can be imported again. */
export const exportVerb: Verb = {
  async run(args, cli) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        area: { type: 'string' },
        out: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    });
    const [what, ...rest] = positionals;
    const { area, out, json } = values;
    if (what !== 'register' || rest.length > 0 || !area || !out) throw new UsageError(cli.t('verb.export'));
    const { bytes, rows } = await withHouse(cli, async (house) => {
      const standing = (await house.areas()).find(({ name }) => name === area.trim());
      if (!standing) throw new ProblemError(commandProblems['unknown-area']);
      return house.host.read(standing.areaId, exportRegister);
    });
    // Names are in it: for the one who asked, not for everybody on the machine.
    await writeFile(out, bytes, { mode: 0o600 });
    cli.say(json ? JSON.stringify({ rows, file: out }) : cli.t('exported', { rows, file: out }));
    return 0;
  },
};
