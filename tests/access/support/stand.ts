import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { FastifyInstance } from 'fastify';
import pino from 'pino';
import { type House, openHouse } from '#apps/server/house.ts';
import { Client, openTestServer, setUpArea, type TestServer } from '#apps/server/testing-server.ts';
import { FixedClock } from '#kernel/time-id/clock.ts';
import { comingIn } from './come-in.ts';
import type { Fill } from './example.ts';
import { type Foreign, plantForeign } from './foreign.ts';
import { type DutyTime, PERSONS, type Person } from './persons.ts';
import { asServer, type Said } from './say.ts';
import { plantSubjects, type Subjects } from './subjects.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

export interface Route {
  readonly method: string;
  readonly url: string;
}

/** One of the matrix with a session of his or her own. */
export interface Actor extends Person {
  readonly client: Client;
}

/** Two areas on one server, every kind of person at work in the first, and somebody of the first in the second. */
export interface Stand {
  readonly server: TestServer;
  /** A second process over the same database, to look behind the doors. */
  readonly house: House;
  readonly clock: FixedClock;
  readonly routes: readonly Route[];
  readonly actors: readonly Actor[];
  /** Secretary of the first area, volunteer of the second, as the second sees them. */
  readonly dual: Client;
  readonly foreign: Foreign;
  readonly subjects: Subjects;
  /** Ids of nothing, but a known member where a field asks for one. */
  readonly fill: Fill;
  /** Without a session. */
  readonly stranger: Client;
  readonly areaId: string;
  /** An hour at which those on duty were not yet. */
  readonly beforeDuty: number;
  /** An hour at which the duty that is over was on. */
  readonly duringDuty: number;
  close(): Promise<void>;
}

export async function openStand(): Promise<Stand> {
  const clock = new FixedClock(Date.now());
  const { routes, stop } = listenForRoutes();
  const server = await openTestServer('no-web-build', { clock });
  stop();
  const { areaId } = await setUpArea(server);
  const { databaseUrl, dataFolder } = server;
  const house = await openHouse({ databaseUrl, dataFolder, log: pino({ level: 'silent' }), clock });
  const comeIn = await comingIn(server, house);

  clock.advance(MINUTE);
  const actors: Actor[] = [];
  for (const person of PERSONS) {
    const [client] = await comeIn([{ areaId, role: person.role, group: person.group }]);
    if (client) actors.push({ ...person, client });
  }
  await sendAway(house, areaId, actors);
  const { beforeDuty, duringDuty } = await passTheDay(house, areaId, actors, clock);

  const foreign = await plantForeign(house);
  const subjects = await plantSubjects(house, areaId);
  const [, dual] = await comeIn([
    { areaId, role: 'secretary', group: null },
    { areaId: foreign.areaId, role: 'volunteer', group: null },
  ]);
  if (!dual) throw new Error('nobody works in both areas');
  clock.advance(MINUTE);
  return {
    server,
    house,
    clock,
    routes,
    actors,
    dual,
    foreign,
    subjects,
    fill: { id: (field) => (field === 'memberId' ? subjects.member.volunteer : crypto.randomUUID()) },
    stranger: new Client(server.address, '', areaId, crypto.randomUUID()),
    areaId,
    beforeDuty,
    duringDuty,
    async close() {
      await house.close();
      await server.close();
    },
  };
}

/** Every route the server mounts, as Fastify itself tells of it. */
function listenForRoutes(): { readonly routes: Route[]; stop(): void } {
  const routes: Route[] = [];
  const heard = (message: unknown): void => {
    const { fastify } = message as { readonly fastify: FastifyInstance };
    fastify.addHook('onRoute', ({ method, url }) => {
      for (const one of [method].flat()) routes.push({ method: one, url });
    });
  };
  subscribe('fastify.initialization', heard);
  return { routes, stop: () => unsubscribe('fastify.initialization', heard) };
}

/** Those who have left, a moment after they came. */
const sendAway = (house: House, areaId: string, actors: readonly Actor[]): Promise<void> =>
  asServer(
    house,
    areaId,
    actors
      .filter(({ left }) => left)
      .map(({ client: { memberId } }) => ({ kind: 'accounts.end-member', body: { memberId, reason: '' } })),
  );

const dutyId = (actor: Actor): string => actor.client.deviceId;

const duty = (actor: Actor, from: number, until: number): Said => ({
  kind: 'roster.assign-duty',
  body: {
    dutyId: dutyId(actor),
    memberId: actor.client.memberId,
    group: actor.duty?.group,
    place: null,
    from,
    until,
  },
});

/** Hours go by: one duty is given and ended, then those of now begin. */
async function passTheDay(house: House, areaId: string, actors: readonly Actor[], clock: FixedClock) {
  const of = (when: DutyTime) => actors.filter((actor) => actor.duty?.when === when);
  const say = (said: readonly Said[]) => asServer(house, areaId, said);
  const beforeDuty = clock.now() + 10 * MINUTE;
  clock.advance(2 * HOUR);
  const begin = clock.now();
  await say(of('over').map((actor) => duty(actor, begin, begin + 2 * HOUR)));
  clock.advance(HOUR);
  await say(of('over').map((actor) => ({ kind: 'roster.end-duty', body: { dutyId: dutyId(actor) } })));
  clock.advance(2 * HOUR);
  const now = clock.now();
  await say([
    ...of('now').map((actor) => duty(actor, now, now + 4 * HOUR)),
    ...of('tomorrow').map((actor) => duty(actor, now + 24 * HOUR, now + 28 * HOUR)),
  ]);
  return { beforeDuty, duringDuty: begin + 10 * MINUTE };
}
