import { sql } from 'kysely';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { type PersonalData, told } from '#kernel/personal-data/declaration.ts';
import { deleteBefore, oldestOf, rowsOf } from '#kernel/personal-data/rows.ts';
import { said } from '#kernel/ui/text.ts';
import { keepingSettings } from '../contract/keeping.ts';
import { personalDataText as text } from '../messages/personal-data.ts';

const MEMBER = 'accounts.member';
const INVITATION = 'accounts.invitation';
/** Stands where the name was; the row stays, so that what the member did stays somebody's. */
const ERASED = '*';
const ended = (before: number) => sql<boolean>`ended_at < ${new Date(before)} and name <> ${ERASED}`;

/** What is known of those who work here and for how long. */
export const accountsPersonalData: readonly PersonalData[] = [
  {
    kind: MEMBER,
    sensitive: false,
    ...told(text, 'member'),
    bases: ['statutory', 'consent'],
    columns: [
      ...['name', 'phone_cipher', 'phone_blind', 'phone_mask', 'resident_id'].map((c) => `${MEMBER}.${c}`),
      'accounts.standing.member_id',
    ],
    keeping: {
      setting: keepingSettings.ended,
      counted: said(text, 'member.counted'),
      oldest: (tx) => oldestOf(tx, MEMBER, 'ended_at', sql`name <> ${ERASED}`),
      expired: (_tx, before) => [rowsOf(MEMBER, ended(before))],
      remove: eraseEnded,
    },
    rows: [rowsOf(MEMBER, sql`name <> ${ERASED}`)],
  },
  {
    kind: INVITATION,
    sensitive: false,
    ...told(text, 'invitation'),
    bases: ['consent'],
    columns: ['name', 'invited_by', 'used_by', 'member_id', 'phone_end'].map(
      (column) => `${INVITATION}.${column}`,
    ),
    keeping: {
      setting: keepingSettings.invitation,
      counted: said(text, 'invitation.counted'),
      oldest: (tx) => oldestOf(tx, INVITATION, 'expires_at'),
      expired: (_tx, before) => [rowsOf(INVITATION, sql`expires_at < ${new Date(before)}`)],
      remove: (tx, before, limit) => deleteBefore(tx, INVITATION, 'expires_at', before, limit),
    },
    rows: [rowsOf(INVITATION)],
  },
  {
    kind: 'accounts.sign-in',
    sensitive: false,
    ...told(text, 'sign-in'),
    bases: ['statutory', 'consent'],
    columns: [
      'auth.user.name',
      'auth.user.email',
      'auth.session.ipAddress',
      'auth.session.userAgent',
      'auth.verification.identifier',
      'auth.attempt.phone_index',
      'auth.place.member_id',
      'auth.known_device.phone_index',
      'auth.passkey.name',
      'auth.session_note.device_name',
      'accounts.new_pin.member_id',
      'accounts.new_pin.offered_by',
    ],
    keeping: { until: said(text, 'sign-in.until') },
    // Accounts stand outside the areas: counted are the area's members at work, who have one.
    rows: [rowsOf(MEMBER, sql`ended_at is null`)],
  },
];

async function eraseEnded(tx: AreaTx, before: number, limit: number, version: number): Promise<void> {
  await sql`
    update accounts.member set version = ${version}, name = ${ERASED}, phone_cipher = null, phone_blind = null,
      phone_mask = null, resident_id = null
    where area_id = ${tx.areaId} and id in (
      select id from accounts.member where area_id = ${tx.areaId} and ${ended(before)}
      order by ended_at, id limit ${limit})`.execute(tx.db);
}
