import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kindsOf, tryCommands } from './support/cases-commands.ts';
import { queriesOf, tryQueries } from './support/cases-queries.ts';
import { routesOf, tryRoutes } from './support/cases-routes.ts';
import { tryTerms } from './support/cases-terms.ts';
import { tryWall } from './support/cases-wall.ts';
import { DECLARED_QUERIES } from './support/declared-queries.ts';
import { DECLARED_ROUTES } from './support/declared-routes.ts';
import { openStand, type Stand } from './support/stand.ts';
import { Tally } from './support/tally.ts';

/** Where other work keeps the machine busy; alone each takes seconds. */
const BUSY = 900_000;

let stand: Stand;
const tally = new Tally();

beforeAll(async () => {
  stand = await openStand();
}, BUSY);

afterAll(async () => {
  process.stdout.write(`${tally.table()}\n`);
  await stand.close();
});

const wrong = () => tally.wrong.splice(0);

describe('who may do what, tried at every door by everybody, holds as it is declared', () => {
  it(
    'for each query',
    async () => {
      const names = queriesOf(stand.house.modules).map(({ name }) => name);
      expect(Object.keys(DECLARED_QUERIES).sort()).toEqual(names.sort());
      await tryQueries(stand, tally);
      expect(wrong()).toEqual([]);
    },
    BUSY,
  );

  it(
    'for each command, of now and of other hours',
    async () => {
      expect(kindsOf(stand.house.modules).length).toBeGreaterThan(100);
      await tryCommands(stand, tally);
      expect(wrong()).toEqual([]);
    },
    BUSY,
  );

  it(
    'for what phones are given to hold, and the channel that wakes them',
    async () => {
      await tryTerms(stand, tally);
      expect(wrong()).toEqual([]);
    },
    BUSY,
  );

  it(
    'for each route of its own: files, exports, uploads, accounts',
    async () => {
      expect(Object.keys(DECLARED_ROUTES).sort()).toEqual(routesOf(stand));
      await tryRoutes(stand, tally);
      expect(wrong()).toEqual([]);
    },
    BUSY,
  );

  it(
    'for another area, also when only the database stands between',
    async () => {
      await tryWall(stand, tally);
      expect(wrong()).toEqual([]);
    },
    BUSY,
  );
});
