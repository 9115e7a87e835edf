import { withTail } from '#core/codes/contract.ts';
import { MOST_AT_ONCE, type PassesBody } from '#groups/passes/contract.ts';
import { rollingCode } from '#groups/passes/domain/rolling.ts';
import type { Caller } from '../caller.ts';
import { newId } from './area.ts';

const DAY = 24 * 3_600_000;
/** Of each sort, to be held out at a gate. */
const SHOWN = 60;

/** What the people of an area hold. */
export interface BenchPasses {
  /** Resident → the pass that is good. */
  readonly good: ReadonlyMap<string, string>;
  /** Texts of QR codes: on paper and good, on paper and revoked; and those on phones, which change with the time. */
  readonly paper: readonly string[];
  readonly revoked: readonly string[];
  onPhones(at: number): readonly string[];
}

interface Signed {
  readonly text: string;
  readonly rollingKey: string | null;
}

/** Everybody gets one, every fourth on the phone; half of the people had lost one before. */
export async function givePasses(leader: Caller, residentIds: readonly string[]): Promise<BenchPasses> {
  const lost = await issue(leader, residentIds.slice(0, residentIds.length / 2), 'paper');
  const revoked = await signed(leader, lost);
  for (const passIds of inParts(lost)) {
    await leader.push([{ kind: 'passes.revoke', body: { passIds, reason: 'lost', note: '' } }]);
  }
  const fourth = residentIds.length / 4;
  const shown = await issue(leader, residentIds.slice(0, fourth), 'phone');
  const printed = await issue(leader, residentIds.slice(fourth), 'paper');
  const rolling = await signed(leader, shown);
  const good = [...shown, ...printed];
  return {
    good: new Map(residentIds.map((id, i) => [id, good[i] ?? ''])),
    paper: (await signed(leader, printed)).map(({ text }) => text),
    revoked: revoked.map(({ text }) => text),
    onPhones: (at) =>
      rolling.map(({ text, rollingKey }) =>
        withTail(text, rollingCode(Buffer.from(rollingKey ?? '', 'hex'), at)),
      ),
  };
}

async function issue(
  leader: Caller,
  residentIds: readonly string[],
  form: 'paper' | 'phone',
): Promise<string[]> {
  const issued: string[] = [];
  for (const part of inParts(residentIds)) {
    const passes = part.map((residentId) => ({
      ...{ passId: newId(), residentId, householdId: null, memberId: null, label: null, plate: null },
    }));
    const body: PassesBody<'passes.issue'> = {
      ...{ kind: 'resident', compoundIds: [], quota: 'household', form, passes },
      ...{ validFrom: Date.now() - 2 * DAY, validUntil: Date.now() + 5 * DAY },
    };
    await leader.push([{ kind: 'passes.issue', body }]);
    issued.push(...passes.map(({ passId }) => passId));
  }
  return issued;
}

async function signed(leader: Caller, passIds: readonly string[]): Promise<readonly Signed[]> {
  const { passes } = await leader.query<{ passes: Signed[] }>('passes/signed', {
    passIds: passIds.slice(0, SHOWN),
  });
  return passes;
}

function inParts<T>(all: readonly T[]): T[][] {
  const parts: T[][] = [];
  for (let from = 0; from < all.length; from += MOST_AT_ONCE)
    parts.push(all.slice(from, from + MOST_AT_ONCE));
  return parts;
}
