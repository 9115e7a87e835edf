import type { Stamp } from '#kernel/command/module.ts';
import type { AccountsEvent } from '../contract/events.ts';
import type { GroupId, Role } from '../contract/roles.ts';
import type { AccountsState, MemberRow } from './state.ts';

/**
 * Applies an event to the loaded rows. A command changes at most one member's standing, so the new standing takes
 * the command's id: a replay makes the same row.
 */
export function evolve(state: AccountsState, event: AccountsEvent, stamp: Stamp): void {
  const { version, at, commandId } = stamp;
  switch (event.type) {
    case 'accounts.member-added': {
      const { memberId, accountId, name, role, group, residentId } = event.data;
      state.members.put({
        id: memberId,
        name,
        role,
        group,
        residentId,
        endedAt: null,
        phoneCipher: null,
        phoneBlind: null,
        phoneMask: null,
        ...phoneOf(state, commandId),
        version,
      });
      openStanding(state, memberId, role, group, stamp);
      if (accountId !== null) state.places.push({ memberId, accountId });
      return;
    }
    case 'accounts.role-changed': {
      const { memberId, role, group } = event.data;
      const member = state.members.get(memberId);
      if (member) state.members.put({ ...member, role, group, version });
      closeStandings(state, memberId, stamp);
      openStanding(state, memberId, role, group, stamp);
      return;
    }
    case 'accounts.member-ended': {
      const { memberId } = event.data;
      const member = state.members.get(memberId);
      if (member) state.members.put({ ...member, endedAt: at, version });
      closeStandings(state, memberId, stamp);
      revokeOffers(state, memberId, stamp);
      state.places.push({ memberId, accountId: null });
      return;
    }
    case 'accounts.member-merged': {
      const { memberId, keptId, accountId } = event.data;
      const [member, kept] = [state.members.get(memberId), state.members.get(keptId)];
      if (!member || !kept) return;
      const { phoneCipher, phoneBlind, phoneMask } = kept.phoneBlind === null ? member : kept;
      const residentId = kept.residentId ?? member.residentId;
      state.members.put({ ...kept, phoneCipher, phoneBlind, phoneMask, residentId, version });
      if (accountId !== null) state.places.push({ memberId: keptId, accountId });
      return;
    }
    case 'accounts.invited': {
      const { invitationId, ...data } = event.data;
      const fresh = { usedAt: null, usedBy: null, revokedAt: null, invitedBy: stamp.actorId, invitedAt: at };
      state.invitations.put({ id: invitationId, ...data, ...fresh, version });
      return;
    }
    case 'accounts.invitation-revoked': {
      const invitation = state.invitations.get(event.data.invitationId);
      if (invitation) state.invitations.put({ ...invitation, revokedAt: at, version });
      return;
    }
    case 'accounts.invitation-used': {
      const invitation = state.invitations.get(event.data.invitationId);
      if (invitation) {
        state.invitations.put({ ...invitation, usedAt: at, usedBy: event.data.memberId, version });
      }
      return;
    }
    case 'accounts.member-tied': {
      const { memberId, accountId } = event.data;
      const member = state.members.get(memberId);
      if (member) state.members.put({ ...member, ...phoneOf(state, commandId), version });
      state.places.push({ memberId, accountId });
      return;
    }
    case 'accounts.new-pin-offered': {
      const { offerId, ...data } = event.data;
      revokeOffers(state, data.memberId, stamp);
      const fresh = { usedAt: null, revokedAt: null, offeredBy: stamp.actorId, offeredAt: at };
      state.newPins.put({ id: offerId, ...data, ...fresh, version });
      return;
    }
    case 'accounts.new-pin-used': {
      const { offerId, memberId } = event.data;
      const offer = state.newPins.get(offerId);
      if (offer) state.newPins.put({ ...offer, usedAt: at, version });
      state.sessionsToEnd.push({ memberId, sessionId: null });
      return;
    }
    case 'accounts.sessions-ended': {
      state.sessionsToEnd.push(event.data);
      return;
    }
    // The log alone keeps it.
    case 'accounts.access-changed':
      return;
    case 'accounts.second-factor-reset': {
      const { memberId } = event.data;
      state.factorsToReset.push(memberId);
      state.sessionsToEnd.push({ memberId, sessionId: null });
    }
  }
}

/** What a member's row keeps of the phone in a command's body; nothing when it brought none. */
function phoneOf(
  state: AccountsState,
  commandId: string,
): Pick<MemberRow, 'phoneCipher' | 'phoneBlind' | 'phoneMask'> | null {
  const phone = state.phones.get(commandId);
  if (!phone) return null;
  const { phoneCipher, phoneBlind, phoneMask } = phone;
  return { phoneCipher, phoneBlind, phoneMask };
}

function openStanding(
  state: AccountsState,
  memberId: string,
  role: Role,
  group: GroupId | null,
  { at, commandId, version }: Stamp,
): void {
  state.standings.put({ id: commandId, memberId, role, group, from: at, until: null, version });
}

function closeStandings(state: AccountsState, memberId: string, { at, version }: Stamp): void {
  for (const s of state.standings.by('member', memberId)) {
    if (s.until === null) state.standings.put({ ...s, until: Math.max(at, s.from), version });
  }
}

/** Only the last code given opens anything. */
function revokeOffers(state: AccountsState, memberId: string, { at, version }: Stamp): void {
  for (const offer of state.newPins.by('member', memberId)) {
    if (offer.usedAt === null && offer.revokedAt === null)
      state.newPins.put({ ...offer, revokedAt: at, version });
  }
}
