import type { TableSpec } from '#kernel/db/columns.ts';
import type { InvitationRow, MemberRow, NewPinRow, StandingRow } from '../domain/state.ts';

export const memberTable: TableSpec<MemberRow> = {
  table: 'accounts.member',
  key: ['id'],
  columns: {
    id: 'uuid',
    version: 'int8',
    name: 'text',
    phoneCipher: 'bytea',
    phoneBlind: 'text',
    phoneMask: 'text',
    role: 'text',
    group: 'text',
    residentId: 'uuid',
    endedAt: 'timestamptz',
  },
};

export const standingTable: TableSpec<StandingRow> = {
  table: 'accounts.standing',
  key: ['id'],
  columns: {
    id: 'uuid',
    version: 'int8',
    memberId: 'uuid',
    role: 'text',
    group: 'text',
    from: 'timestamptz',
    until: 'timestamptz',
  },
};

export const invitationTable: TableSpec<InvitationRow> = {
  table: 'accounts.invitation',
  key: ['id'],
  columns: {
    id: 'uuid',
    version: 'int8',
    tokenHash: 'text',
    role: 'text',
    group: 'text',
    name: 'text',
    expiresAt: 'timestamptz',
    usedAt: 'timestamptz',
    usedBy: 'uuid',
    revokedAt: 'timestamptz',
    invitedBy: 'text',
    invitedAt: 'timestamptz',
    memberId: 'uuid',
    phoneEnd: 'text',
  },
};

export const newPinTable: TableSpec<NewPinRow> = {
  table: 'accounts.new_pin',
  key: ['id'],
  columns: {
    id: 'uuid',
    version: 'int8',
    memberId: 'uuid',
    tokenHash: 'text',
    expiresAt: 'timestamptz',
    usedAt: 'timestamptz',
    revokedAt: 'timestamptz',
    offeredBy: 'text',
    offeredAt: 'timestamptz',
  },
};
