import pino from 'pino';
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { seedDemo } from '#apps/cli/demo.ts';
import { type House, openHouse } from '#apps/server/house.ts';
import { openTestServer, setUpArea, type TestServer } from '#apps/server/testing-server.ts';
import { DIST } from '#apps/web/testing/serve-dist.ts';
import type { PlacesTree } from '#core/places/contract.ts';
import type { CardRow } from '#groups/testing/contract/print-queries.ts';
import { aRound, type CreateRound, type RoundOptions } from '#groups/testing/testing/area.ts';
import { uuidv7 } from '#kernel/time-id/uuid.ts';
import { desk, launch } from './browser.ts';
import { signInAsSecretary } from './secretary.ts';

/** The demo area at its secretary's desk, with a second hand that sends commands as the server itself. */
export class DemoDesk {
  private constructor(
    readonly server: TestServer,
    private readonly house: House,
    readonly browser: Browser,
    readonly page: Page,
    readonly areaId: string,
  ) {}

  static async open(): Promise<DemoDesk> {
    const server = await openTestServer(process.env.CONCERTO_WEB_ROOT ?? DIST);
    const { areaId } = await setUpArea(server);
    const { databaseUrl, dataFolder } = server;
    const house = await openHouse({ databaseUrl, dataFolder, log: pino({ level: 'silent' }) });
    await seedDemo(house.host, house.system(areaId));
    const browser = await launch();
    const page = await (await desk(browser)).newPage();
    await signInAsSecretary(page, server.address);
    return new DemoDesk(server, house, browser, page, areaId);
  }

  goto(path: string): Promise<unknown> {
    return this.page.goto(`${this.server.address}${path}`);
  }

  /** A query, asked with the page's own session. */
  async ask<T>(path: string, input: object): Promise<T> {
    const response = await this.page.request.post(`${this.server.address}/rpc/${path}`, {
      headers: { 'x-concerto-area': this.areaId },
      data: { json: input },
    });
    return ((await response.json()) as { json: T }).json;
  }

  /** A command of the server's own; it must be done without a word. */
  async send(kind: string, body: unknown, claimedAt = Date.now()): Promise<void> {
    const by = this.house.system(this.areaId);
    const envelope = { id: uuidv7(claimedAt), kind, v: 1, claimedAt, actorId: by.actor.id, body };
    const [answer] = await this.house.host.submit(this.areaId, [envelope], by);
    expect(answer).toMatchObject({ outcome: 'done', problems: [] });
  }

  /**
   * Plans a round over one building of 清源小区.
   * @returns it with those who are there, in address order
   */
  async planRound(
    building: string,
    change: Partial<CreateRound> = {},
    options: Omit<RoundOptions, 'compoundIds' | 'buildingIds'> = {},
    at = Date.now(),
  ): Promise<{ readonly round: CreateRound; readonly people: readonly CardRow[] }> {
    const { compounds } = await this.ask<PlacesTree>('places/tree', {});
    const found = compounds
      .find((compound) => compound.name === '清源小区')
      ?.buildings.find(({ label }) => label === building);
    if (!found) throw new Error(`the demo has no building ${building}`);
    const round = { ...aRound(() => uuidv7(Date.now()), { ...options, buildingIds: [found.id] }), ...change };
    await this.send('testing.create-round', round, at);
    const { people } = await this.ask<{ people: CardRow[] }>('testing/cards', { roundId: round.roundId });
    return { round, people: people.filter((one) => !one.away) };
  }

  /** Plans one and opens it. */
  async openRound(
    building: string,
    change: Partial<CreateRound> = {},
    openedAt = Date.now(),
  ): ReturnType<DemoDesk['planRound']> {
    const planned = await this.planRound(building, change, {}, openedAt);
    await this.send('testing.open-round', { roundId: planned.round.roundId }, openedAt);
    return planned;
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.house.close();
    await this.server.close();
  }
}
