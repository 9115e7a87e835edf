import { readFile, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { parseArgs } from 'node:util';
import '#core/people/messages/import.ts';
import '#core/privacy/messages/index.ts';
import { ProblemError } from '#kernel/problem/problem.ts';
import { DEFAULT_LIMITS } from '#kernel/sheet/model.ts';
import { sheetProblems } from '#kernel/sheet/problems.ts';
import { problemText } from '#kernel/ui/text.ts';
import { withHouse } from './house.ts';
import { importRegister, RefusedImport } from './import-register.ts';
import { type Cli, UsageError, type Verb } from './verb.ts';

/** `concerto import register FILE --area NAME [--dry-run] [--json]` */
export const importVerb: Verb = {
  async run(args, cli) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        area: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    });
    const [what, file, ...rest] = positionals;
    const area = values.area?.trim();
    if (what !== 'register' || file === undefined || rest.length > 0 || !area) {
      throw new UsageError(cli.t('verb.import'));
    }
    const { json } = values;
    try {
      const bytes = await readWithin(file);
      const fileName = basename(file, extname(file));
      const report = await withHouse(cli, (house) =>
        importRegister(house, {
          area,
          fileName,
          bytes,
          dryRun: values['dry-run'],
          language: cli.language,
          onNotice: (parts) => {
            cli.say(cli.t('import-notice'));
            for (const { title, text } of parts) cli.say(`  ${title}  ${text}`);
          },
          onProgress: (done, total) => {
            if (!json) cli.say(cli.t('import-progress', { done, total }));
          },
        }),
      );
      if (json) cli.say(JSON.stringify(report));
      else sayReport(cli, report);
      return 0;
    } catch (error) {
      if (!(error instanceof ProblemError || error instanceof RefusedImport)) throw error;
      const { code, details } = error.problem;
      const reason = problemText(error.problem, cli.language);
      if (json) cli.say(JSON.stringify({ problem: { code, details, reason } }));
      else console.error(reason);
      return 1;
    }
  },
};

/** A file that is too big is not read into memory first. Throws `sheet.too-big`. */
async function readWithin(file: string): Promise<Buffer> {
  const { size } = await stat(file);
  if (size > DEFAULT_LIMITS.fileBytes) {
    throw new ProblemError(sheetProblems['too-big'], { limitBytes: DEFAULT_LIMITS.fileBytes });
  }
  return readFile(file);
}

type Report = Awaited<ReturnType<typeof importRegister>>;

/** For a terminal, which others may see: cells and reasons, no values. */
function sayReport(cli: Cli, { created, changed, unchanged, problems }: Report): void {
  cli.say(cli.t('import-created', { ...created }));
  cli.say(cli.t('import-changed', { changed, unchanged }));
  for (const { sheet, cell, reason } of problems) cli.say(`  ${sheet} ${cell}  ${reason}`);
}
