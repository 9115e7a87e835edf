import { parseArgs } from 'node:util';
import {
  offerNewPinFromShell,
  resetSecondFactorFromShell,
  type Secretary,
  secretariesOf,
} from '#core/accounts/module.ts';
import { hasPracticeCodes } from '#core/codes/contract.ts';
import { readConfig } from './config.ts';
import { withHouse } from './house.ts';
import { type Cli, UsageError, type Verb } from './verb.ts';

interface Found extends Secretary {
  readonly areaId: string;
  readonly area: string;
}

/**
 * `concerto recover [--area NAME] [--name NAME] [--second-factor]`: a one-time link with which a secretary who forgot
 * the PIN sets a new one; with the last also authenticator and passkeys go, for who lost the phone. Whoever may use this machine's shell may do it: that is why it is logged, as the command line's doing.
 */
export const recoverVerb: Verb = {
  async run(args, cli) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        area: { type: 'string' },
        name: { type: 'string' },
        'second-factor': { type: 'boolean', default: false },
      },
    });
    const config = readConfig(cli);
    return withHouse(cli, async (house) => {
      const found: Found[] = [];
      for (const { areaId, name: area } of await house.areas()) {
        if (hasPracticeCodes(areaId) || (values.area && values.area.trim() !== area)) continue;
        const secretaries = await house.host.read(areaId, secretariesOf);
        found.push(...secretaries.map((secretary) => ({ ...secretary, areaId, area })));
      }
      const { areaId, area, id, name } = onlyOne(found, values.name?.trim(), cli);
      if (values['second-factor']) await resetSecondFactorFromShell(house.host, areaId, id);
      const path = await offerNewPinFromShell(house.host, areaId, id);
      const origin = config.publicOrigin ?? `http://localhost:${config.port}`;
      if (values['second-factor']) cli.say(cli.t('recover-factor', { name }));
      cli.say(cli.t('recover-for', { area, name }));
      cli.say(`${origin}${path}`);
      cli.say(cli.t('recover-next'));
      return 0;
    });
  },
};

/** Nobody is guessed at: several are named, and one of them is to be chosen. */
function onlyOne(found: readonly Found[], name: string | undefined, cli: Cli): Found {
  const fitting = name === undefined ? found : found.filter((secretary) => secretary.name === name);
  const [first, second] = fitting;
  if (!first) throw new UsageError(cli.t('recover-none'));
  if (!second) return first;
  const list = fitting.map((f) => `${f.area} · ${f.name}`).join(', ');
  throw new UsageError(cli.t('recover-several', { list }));
}
