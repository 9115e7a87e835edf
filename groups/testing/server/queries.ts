import { implement } from '@orpc/server';
import { can } from '#kernel/access/access.ts';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { type QueryContext, requireAction } from '#kernel/query/context.ts';
import { loadSettings } from '#kernel/settings/server/store.ts';
import { settingAt } from '#kernel/settings/setting.ts';
import { actions } from '../contract/access.ts';
import { queries } from '../contract/queries.ts';
import type { Round } from '../contract/rows.ts';
import { settings } from '../contract/settings.ts';
import { readBoard, readUnsynced } from './board.ts';
import { readCallUp, readCallUpBasis } from './call-up/read-call-up.ts';
import { readSiteScreen } from './call-up/read-screen.ts';
import { readContacts } from './contacts/read-contacts.ts';
import { readDiscrepancies } from './discrepancy-view.ts';
import type { TestingDoors } from './doors.ts';
import { readFigureRows } from './figure-rows.ts';
import { readTransport } from './handover/read-transport.ts';
import { findTubes } from './history/find-tubes.ts';
import { readPerson } from './history/read-person.ts';
import { readTube } from './history/read-tube.ts';
import { KeptBooks } from './kept-books.ts';
import { LaneBook } from './lane-book.ts';
import { readFollowUps } from './missed/follow-ups.ts';
import { readMissed } from './missed/read-missed.ts';
import { KeptCounts } from './numbers/kept-counts.ts';
import { type NumbersKept, readNumbers } from './numbers/read-numbers.ts';
import { planQueries } from './plan/queries.ts';
import { getScope, peopleScope } from './plan/scope.ts';
import { readCards } from './read-cards.ts';
import { readPaper } from './read-paper.ts';
import { readRehearsal } from './read-rehearsal.ts';
import { readRecall, readResults } from './read-results.ts';
import { readGaps } from './reconcile/read-gaps.ts';
import { readSummary } from './reconcile/read-summary.ts';
import { headOf } from './round-head.ts';
import { readOpenPoints, readSetUp } from './set-up/read.ts';
import { countDiscrepancies } from './store-discrepancies.ts';
import { countWithdrawn } from './store-figures.ts';
import { getRound, lanesOf, listRounds, sitesOf } from './store-rounds.ts';
import { supplyQueries } from './supply/queries.ts';

const os = implement(queries).$context<QueryContext>();

export const testingQueries = (doors: TestingDoors) => {
  const books = new KeptBooks();
  const countsOf = (tx: AreaTx, round: Round) => books.countsOf(tx, round);
  const numbersKept: NumbersKept = new KeptCounts();
  return os.router({
    ...planQueries(doors),
    ...supplyQueries(doors),
    rounds: os.rounds.handler(async ({ context, input }) => {
      requireAction(context, actions.oversee);
      return { rounds: [...(await listRounds(context.tx, input.before, input.limit))] };
    }),

    plan: os.plan.handler(async ({ context, input }) => {
      requireAction(context, actions.view);
      const { tx, now } = context;
      const round = await getRound(tx, input.roundId);
      const lanes = (await lanesOf(tx, round.id)).filter(stands);
      const sites = (await sitesOf(tx, round.id)).filter(stands).map((site) => ({
        siteId: site.id,
        name: site.name,
        lanes: lanes.filter((lane) => lane.siteId === site.id).map(({ id, name }) => ({ laneId: id, name })),
      }));
      const scope = await getScope(tx, round);
      const wanted = await peopleScope(tx, doors, scope, now);
      let present = 0;
      let away = 0;
      for (const count of (await doors.people.countsByBuilding(tx, wanted)).values()) {
        present += count.present;
        away += count.away;
      }
      const perSite = settingAt(settings.peoplePerSite, await loadSettings(tx), now).value;
      return {
        round: headOf(round),
        scope: {
          compoundIds: [...scope.compoundIds],
          buildingIds: [...scope.buildingIds],
          entranceIds: [...scope.entranceIds],
          zones: [...scope.zones],
          residentIds: [...scope.residentIds],
        },
        tubeSeries: round.tubeSeries,
        sites,
        present,
        away,
        suggestedSites: Math.ceil(present / perSite),
      };
    }),

    cards: os.cards.handler(async ({ context, input }) => {
      requireAction(context, actions.plan);
      return { people: await readCards(context.tx, doors, input.roundId, context.now) };
    }),

    paper: os.paper.handler(async ({ context, input }) => {
      requireAction(context, actions.plan);
      return readPaper(context.tx, doors, input.roundId, context.now);
    }),

    rehearsal: os.rehearsal.handler(async ({ context, input }) => {
      requireAction(context, actions.plan);
      return readRehearsal(context.tx, doors, input.roundId, context.now);
    }),

    followUps: os.followUps.handler(async ({ context, input }) => {
      requireAction(context, actions.oversee);
      return readFollowUps(context.tx, input.roundId);
    }),

    missed: os.missed.handler(async ({ context, input }) => {
      requireAction(context, actions.oversee);
      return readMissed(context.tx, doors, input);
    }),

    results: os.results.handler(async ({ context, input }) => {
      requireAction(context, actions.results);
      return { tubes: await readResults(context.tx, input.roundId) };
    }),

    recall: os.recall.handler(async ({ context, input }) => {
      requireAction(context, actions.results);
      return readRecall(context.tx, doors, input.roundId);
    }),

    tube: os.tube.handler(async ({ context, input }) => {
      requireAction(context, actions.oversee);
      return readTube(context.tx, doors, { ...input, maySeeResult: may(context, actions.results) });
    }),

    person: os.person.handler(async ({ context, input }) => {
      requireAction(context, actions.oversee);
      return readPerson(context.tx, doors, { ...input, maySeeResult: may(context, actions.results) });
    }),

    numbers: os.numbers.handler(async ({ context, input }) => {
      requireAction(context, actions.oversee);
      const maySeeResult = may(context, actions.results);
      return { rounds: await readNumbers(context.tx, numbersKept, { ...input, maySeeResult }) };
    }),

    contacts: os.contacts.handler(async ({ context, input }) => {
      requireAction(context, actions.results);
      return readContacts(context.tx, doors, input);
    }),

    findTubes: os.findTubes.handler(async ({ context, input }) => {
      requireAction(context, actions.oversee);
      return { tubes: await findTubes(context.tx, input.text) };
    }),

    callUp: os.callUp.handler(async ({ context, input }) => {
      requireAction(context, actions.plan);
      return readCallUp(context.tx, doors, input.roundId, context.now);
    }),

    callUpBasis: os.callUpBasis.handler(async ({ context, input }) => {
      requireAction(context, actions.plan);
      return readCallUpBasis(context.tx, doors, input.roundId, context.now);
    }),

    siteScreen: os.siteScreen.handler(async ({ context, input }) => {
      requireAction(context, actions.view);
      return readSiteScreen(context.tx, input, context.now);
    }),

    setUp: os.setUp.handler(async ({ context, input }) => {
      requireAction(context, actions.oversee);
      return readSetUp(context.tx, doors.members, input.roundId);
    }),

    setUpOpen: os.setUpOpen.handler(async ({ context, input }) => {
      requireAction(context, actions.oversee);
      return { sites: await readOpenPoints(context.tx, input.roundId) };
    }),

    board: os.board.handler(async ({ context, input }) => {
      requireAction(context, actions.oversee);
      return readBoard(context.tx, doors, input.roundId, context.now, countsOf);
    }),

    rows: os.rows.handler(async ({ context, input }) => {
      requireAction(context, actions.oversee);
      return readFigureRows(context.tx, doors, input);
    }),

    transport: os.transport.handler(async ({ context, input }) => {
      requireAction(context, actions.oversee);
      return readTransport(context.tx, doors, input.roundId, context.now);
    }),

    gaps: os.gaps.handler(async ({ context, input }) => {
      requireAction(context, actions.oversee);
      return readGaps(context.tx, doors, input.roundId, context.now);
    }),

    summary: os.summary.handler(async ({ context, input }) => {
      requireAction(context, actions.oversee);
      return readSummary(context.tx, doors, input.roundId, context.now);
    }),

    discrepancies: os.discrepancies.handler(async ({ context, input }) => {
      requireAction(context, actions.oversee);
      return { discrepancies: await readDiscrepancies(context.tx, doors, input) };
    }),

    closing: os.closing.handler(async ({ context, input }) => {
      requireAction(context, actions.close);
      const { tx, now } = context;
      const round = await getRound(tx, input.roundId);
      const devices = await readUnsynced(tx, round, now);
      const names = await doors.members.names(
        tx,
        devices.map((device) => device.actorId),
      );
      const counts = await countsOf(tx, round);
      const book = new LaneBook(counts.lanes, await countWithdrawn(tx, round.id));
      return {
        round: headOf(round),
        devices: devices.map(({ id, actorId, lastSeenAt, pending, why }) => ({
          id,
          actorId,
          name: names.get(actorId) ?? null,
          lastSeenAt,
          pending,
          why,
        })),
        openDiscrepancies: (await countDiscrepancies(tx, round.id)).open,
        openTubes: book.rowsOf('tube-open'),
        total: book.total(),
        missed: counts.coverage.reduce((sum, { expected, sampled }) => sum + expected - sampled, 0),
      };
    }),
  });
};

const may = ({ rules, actor, now }: QueryContext, action: string): boolean => can(rules, actor, action, now);

const stands = (row: { readonly removedAt: number | null }): boolean => row.removedAt === null;
