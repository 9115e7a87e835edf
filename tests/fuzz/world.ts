import pino from 'pino';
import { type House, openHouse } from '#apps/server/house.ts';
import type { Client } from '#apps/server/testing-server.ts';
import { type GroupId, ROLES, type Role, roleGrant, roleNeedsGroup } from '#core/accounts/contract.ts';
import { SmallArea } from '#core/people/testing/small-area.ts';
import { confirmNotice } from '#core/privacy/testing/notice.ts';
import { practiceRound } from '#groups/testing/testing/practice-round.ts';
import { uuidv7 } from '#kernel/time-id/uuid.ts';
import { comingIn } from '../access/support/come-in.ts';
import { asServer } from '../access/support/say.ts';
import { MARKED } from './hostile.ts';
import type { KnownIds } from './ids.ts';

/** One of every role, and who leads the other group that has rooms of its own. */
const PLACES: readonly { readonly role: Role; readonly group: GroupId | null }[] = [
  ...ROLES.map((role) => ({ role, group: roleNeedsGroup(role) ? ('testing' as const) : null })),
  { role: 'leader', group: 'order' },
];

export interface Person {
  readonly grant: string;
  readonly client: Client;
}

/** An area with people at work, a register and a round under way. */
export class FuzzWorld {
  private constructor(
    readonly areaId: string,
    readonly house: House,
    readonly people: Person[],
    private readonly comeIn: Awaited<ReturnType<typeof comingIn>>,
  ) {}

  static async open(
    server: { readonly address: string; readonly databaseUrl: string; readonly dataFolder: string },
    ids: KnownIds,
  ): Promise<FuzzWorld> {
    const { databaseUrl, dataFolder } = server;
    const house = await openHouse({ databaseUrl, dataFolder, log: pino({ level: 'silent' }) });
    const areaId = await house.areaNamed('清源居民区');
    const world = new FuzzWorld(areaId, house, [], await comingIn(server, house));
    await world.plant(ids);
    for (let i = 0; i < PLACES.length; i++) await world.replace(i);
    for (const { client } of world.people) ids.learn({ memberId: client.memberId });
    return world;
  }

  /** Whoever was sent away in the course of it is followed by another of the same role. */
  async replace(index: number): Promise<void> {
    const { role, group } = PLACES[index] ?? { role: 'volunteer', group: null };
    const [client] = await this.comeIn([{ areaId: this.areaId, role, group }]);
    if (client) this.people[index] = { grant: roleGrant(role, group), client };
  }

  private async plant(ids: KnownIds): Promise<void> {
    const { house, areaId } = this;
    const next = () => uuidv7(Date.now());
    const say = async (kind: string, body: unknown) => {
      await asServer(house, areaId, [{ kind, body: body as object }]);
      ids.learn(body);
    };
    const notice = confirmNotice('清源居民区', next());
    await say(notice.kind, notice.body);
    const area = new SmallArea(say, { next });
    const compoundId = await area.compound();
    const dwellingId = await area.dwelling(await area.building(compoundId));
    for (let n = 0; n < 20; n++) await area.resident(dwellingId, { name: `居民${n}` });
    await area.resident(dwellingId, { ...marked(), note: `身份证 ${MARKED.identityNumber}` });
    const round = practiceRound({ next }, compoundId);
    await say('testing.create-round', round.create);
    await say('testing.open-round', round.open);
  }
}

const marked = () => ({ name: MARKED.name, phone: MARKED.phone });
