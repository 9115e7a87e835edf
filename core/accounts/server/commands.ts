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
import { type AccountsState, emptyState, type SealedPhone } from '../domain/state.ts';
import { PHONE_CONTEXT, PHONE_KIND } from './sealed-phone.ts';
import { loadInvitations, loadMembers, loadStandings, saveState } from './store.ts';

const wish = <K extends AccountsCommandKind>(kind: K): CommandKind => ({
  nature: 'wish',
  action: kind.replace('.', ':'),
  v: 1,
  body: bodies[kind],
});

export const accountsCommands: CommandModule<AccountsState, AccountsCommand, AccountsEvent> = {
  kinds: {
    'accounts.add-member': wish('accounts.add-member'),
    'accounts.name-leader': wish('accounts.name-leader'),
    'accounts.end-member': wish('accounts.end-member'),
    'accounts.invite': wish('accounts.invite'),
    'accounts.revoke-invitation': wish('accounts.revoke-invitation'),
    'accounts.accept-invitation': wish('accounts.accept-invitation'),
  },
  async load(tx, commands) {
    const phones = sealPhones(tx, commands);
    const latest = Math.max(...commands.map((c) => c.at));
    const longest = settingAt(accountsSettings.longestInvitation, await loadSettings(tx), latest);
    const state = emptyState(phones, longest.value);
    const memberIds = commands.flatMap(memberIdsOf);
    const invitationIds = commands.flatMap((c) => ('invitationId' in c.body ? [c.body.invitationId] : []));
    state.members.load(await loadMembers(tx, memberIds, blindsOf(tx, commands)));
    state.standings.load(await loadStandings(tx, memberIds));
    if (invitationIds.length > 0) state.invitations.load(await loadInvitations(tx, invitationIds));
    return state;
  },
  decide,
  evolve,
  save: saveState,
};

/** Whom a command is about and who makes it; a system actor is no member. */
function memberIdsOf(command: AccountsCommand): string[] {
  const ids = 'memberId' in command.body ? [command.body.memberId] : [];
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
    });
  }
  return sealed;
}
