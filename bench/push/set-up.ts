import type { House } from '#apps/server/house.ts';
import { type GroupId, hashToken, mintToken } from '#core/accounts/contract.ts';
import { confirmNotice } from '#core/privacy/testing/notice.ts';
import type { Answer, CommandEnvelope } from '#kernel/command/command.ts';
import { uuidv7 } from '#kernel/time-id/uuid.ts';
import { population } from './population.ts';

const newId = (): string => uuidv7(Date.now());

/** An area ready to be sampled: rounds open, everybody expected, invitations for its phones. */
export interface BenchArea {
  readonly areaId: string;
  readonly residentIds: readonly string[];
  readonly rounds: readonly { readonly roundId: string; readonly laneIds: readonly string[] }[];
  readonly tokens: readonly string[];
}

export interface AreaPlan {
  readonly people: number;
  readonly rounds: number;
  readonly phones: number;
}

/** Makes an area through the one way to write, as the server acting by itself. */
export async function makeArea(house: House, name: string, plan: AreaPlan): Promise<BenchArea> {
  const areaId = await house.areaNamed(name);
  const submit = submitter(house, areaId);
  const { compoundId, residentIds, chunks } = population(newId, plan.people);
  const notice = confirmNotice(name, newId());
  await submit(notice.kind, [notice.body]);
  for (const chunk of chunks) await submit('people.import-rows', [chunk]);

  const rounds = Array.from({ length: plan.rounds }, (_, i) => aRound(compoundId, i, plan.phones));
  await submit('testing.create-round', rounds);
  for (const { roundId } of rounds) await submit('testing.open-round', [{ roundId }]);

  const tokens = await invite(submit, areaId, plan.phones);
  return {
    areaId,
    residentIds,
    rounds: rounds.map(({ roundId, sites }) => ({
      roundId,
      laneIds: sites.flatMap((site) => site.lanes.map((lane) => lane.laneId)),
    })),
    tokens,
  };
}

export type Submit = (kind: string, bodies: readonly unknown[]) => Promise<void>;

/** The server acting by itself. Whatever is not done throws. */
export function submitter(house: House, areaId: string): Submit {
  const by = house.system(areaId);
  return async (kind, bodies) => {
    const envelopes = bodies.map((body): CommandEnvelope => {
      return { id: newId(), kind, v: 1, claimedAt: house.host.clock.now(), actorId: by.actor.id, body };
    });
    requireDone(await house.host.submit(areaId, envelopes, by));
  };
}

/** Invites leaders of a group. @returns what each of them joins with */
export async function invite(
  submit: Submit,
  areaId: string,
  count: number,
  group: GroupId = 'testing',
): Promise<string[]> {
  const tokens = Array.from({ length: count }, () => mintToken(areaId));
  const bodies = tokens.map(async (token) => ({
    invitationId: newId(),
    tokenHash: await hashToken(token),
    role: 'leader',
    group,
    name: null,
    expiresAt: Date.now() + 86_400_000,
  }));
  await submit('accounts.invite', await Promise.all(bodies));
  return tokens;
}

function aRound(compoundId: string, index: number, lanes: number) {
  return {
    roundId: newId(),
    name: `Round ${index + 1}`,
    mode: 'pooled',
    poolRatio: 10,
    scope: { compoundIds: [compoundId], buildingIds: [] },
    tubeSeries: { kind: 'own' },
    sites: Array.from({ length: Math.ceil(lanes / 30) }, (_, s) => ({
      siteId: newId(),
      name: `Site ${s + 1}`,
      lanes: Array.from({ length: Math.min(30, lanes - s * 30) }, (_, l) => ({
        laneId: newId(),
        name: `Lane ${l + 1}`,
      })),
    })),
  };
}

function requireDone(answers: readonly Answer[]): void {
  const bad = answers.find((answer) => answer.outcome !== 'done');
  if (bad) throw new Error(`set-up: ${bad.outcome} ${bad.problems.map((p) => p.code).join(' ')}`);
}
