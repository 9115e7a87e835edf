import type { CommandKind, CommandModule } from '#kernel/command/module.ts';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { loadSettings } from '#kernel/settings/server/store.ts';
import { settingAt } from '#kernel/settings/setting.ts';
import { isUuid } from '#kernel/time-id/uuid.ts';
import { type AccountsCommandKind, bodies } from '../contract/commands.ts';
import type { AccountsCommand, AccountsEvent } from '../contract/events.ts';
import { accountsSettings } from '../contract/settings.ts';
import { decide } from '../domain/decide.ts';
import { evolve } from '../domain/evolve.ts';
import { maskPhone, normalPhone } from '../domain/phone.ts';
import { type AccountsState, emptyState, type Limits, type SealedPhone } from '../domain/state.ts';
import { loadAccounts } from './auth/places.ts';
import { PHONE_CONTEXT, PHONE_KIND } from './sealed-phone.ts';
import { loadInvitations, loadMembers, loadNewPins, loadStandings, saveState } from './store.ts';

const wish = <K extends AccountsCommandKind>(kind: K): CommandKind => ({
  nature: 'wish',
  action: kind.replace('.', ':'),
  v: 1,
  judgedBy: 'receipt',
  body: bodies[kind],
});

export const accountsCommands: CommandModule<AccountsState, AccountsCommand, AccountsEvent> = {
  kinds: {
    'accounts.add-member': wish('accounts.add-member'),
    'accounts.name-leader': wish('accounts.name-leader'),
    'accounts.end-member': wish('accounts.end-member'),
    'accounts.merge-member': wish('accounts.merge-member'),
    'accounts.invite': wish('accounts.invite'),
    'accounts.revoke-invitation': wish('accounts.revoke-invitation'),
    'accounts.accept-invitation': wish('accounts.accept-invitation'),
    'accounts.offer-new-pin': wish('accounts.offer-new-pin'),
    'accounts.use-new-pin': wish('accounts.use-new-pin'),
    'accounts.end-sessions': wish('accounts.end-sessions'),
    'accounts.note-access': wish('accounts.note-access'),
    'accounts.reset-second-factor': wish('accounts.reset-second-factor'),
  },
  async load(tx, commands) {
    const phones = sealPhones(tx, commands);
    const limits = await loadLimits(tx, Math.max(...commands.map((c) => c.at)));
    const invitations = await loadInvitations(tx, idsIn(commands, 'invitationId'));
    const offers = await loadNewPins(tx, idsIn(commands, 'offerId'), idsIn(commands, 'memberId'));
    const memberIds = [
      ...commands.flatMap(memberIdsOf),
      ...invitations.flatMap((i) => i.memberId ?? []),
      ...offers.map((o) => o.memberId),
    ];
    const state = emptyState(phones, limits, await loadAccounts(tx, memberIds));
    state.members.load(await loadMembers(tx, memberIds, blindsOf(tx, commands)));
    state.standings.load(await loadStandings(tx, memberIds));
    state.invitations.load(invitations);
    state.newPins.load(offers);
    return state;
  },
  decide,
  evolve,
  save: saveState,
};

/** @param endsAccess told of an area, before the commit, when a batch takes places or sessions away there */
export const tellingCommands = (endsAccess: (areaId: string) => void): typeof accountsCommands => ({
  ...accountsCommands,
  async save(tx, state) {
    await saveState(tx, state);
    const { places, sessionsToEnd, factorsToReset } = state;
    if (places.length + sessionsToEnd.length + factorsToReset.length > 0) endsAccess(tx.areaId);
  },
});

async function loadLimits(tx: AreaTx, at: number): Promise<Limits> {
  const values = await loadSettings(tx);
  return {
    longestInvitationDays: settingAt(accountsSettings.longestInvitation, values, at).value,
    newPinValidHours: settingAt(accountsSettings.newPinValid, values, at).value,
  };
}

const idsIn = (
  commands: readonly AccountsCommand[],
  name: 'invitationId' | 'offerId' | 'memberId' | 'keptId',
): string[] =>
  commands.flatMap(({ body }) => {
    const id = (body as Partial<Record<typeof name, string | null>>)[name];
    return typeof id === 'string' ? [id] : [];
  });

/** Whom a command is about and who makes it; a system actor is no member. */
function memberIdsOf(command: AccountsCommand): string[] {
  const ids = [...idsIn([command], 'memberId'), ...idsIn([command], 'keptId')];
  return isUuid(command.actorId) ? [...ids, command.actorId] : ids;
}

/** Under every index the phones may stand: several only while keys are rotated. */
const blindsOf = (tx: AreaTx, commands: readonly AccountsCommand[]): string[] =>
  commands.flatMap(({ body }) => {
    const typed = 'phone' in body ? body.phone : null;
    if (typed === null) return [];
    return tx.keys.blindIndexes(PHONE_KIND, normalPhone(typed)).map((blind) => blind.toString('hex'));
  });

/** Sealing takes a random nonce, so it is done here, before the pure part. */
function sealPhones(tx: AreaTx, commands: readonly AccountsCommand[]): Map<string, SealedPhone> {
  const sealed = new Map<string, SealedPhone>();
  for (const command of commands) {
    const typed = 'phone' in command.body ? command.body.phone : null;
    if (typed === null) continue;
    const phone = normalPhone(typed);
    sealed.set(command.id, {
      phoneCipher: tx.keys.seal(phone, PHONE_CONTEXT),
      phoneBlind: tx.keys.blindIndex(PHONE_KIND, phone).toString('hex'),
      phoneMask: maskPhone(phone),
      phoneBlinds: tx.keys.blindIndexes(PHONE_KIND, phone).map((blind) => blind.toString('hex')),
    });
  }
  return sealed;
}
