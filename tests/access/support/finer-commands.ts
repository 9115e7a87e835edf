import { COMMAND_POST, leading } from '#core/accounts/contract.ts';
import { workingIn } from '#core/handovers/contract.ts';
import type { Fill } from './example.ts';
import type { Subjects } from './subjects.ts';

/** A command whose subject narrows who may send it, of those that its action allows. */
export interface FinerCommand {
  readonly kind: string;
  /** What it is about here. */
  readonly of: string;
  readonly to: readonly string[];
  /** What the others are told. */
  readonly code: string;
  body(subjects: Subjects, fill: Fill, now: number): object;
}

const post = COMMAND_POST;
const secretary = ['role:secretary'];
const leader = [...post, 'role:leader:testing'];
const leaders = leading('testing');

type Line = readonly [of: string, to: readonly string[], body: FinerCommand['body']];

const lines = (kind: string, code: string, ...rows: readonly Line[]): FinerCommand[] =>
  rows.map(([of, to, body]) => ({ kind, of, to, code, body }));

const added = (role: string, group: string | null, fill: Fill) => ({
  ...{ memberId: fill.id('new'), name: '新人', phone: null, role, group },
  ...{ residentId: null, accountId: null },
});
const invited = (role: string, group: string | null, fill: Fill, now: number) => ({
  ...{ invitationId: fill.id('new'), tokenHash: 'b'.repeat(64), role, group },
  ...{ name: null, expiresAt: now + 3_600_000 },
});
const duty = (group: string, { member }: Subjects, fill: Fill, now: number) => ({
  ...{ dutyId: fill.id('new'), memberId: member.volunteer, group, place: null },
  ...{ from: now, until: now + 3_600_000 },
});
const place = { group: 'testing', place: '东门' };

export const FINER_COMMANDS: readonly FinerCommand[] = [
  ...lines(
    'accounts.add-member',
    'accounts.not-yours',
    ['a volunteer', post, (_, fill) => added('volunteer', 'testing', fill)],
    ['a secretary', secretary, (_, fill) => added('secretary', null, fill)],
  ),
  ...lines(
    'accounts.name-leader',
    'accounts.not-yours',
    ['a leader', post, ({ member }) => ({ memberId: member.leader, role: 'leader', group: 'testing' })],
    [
      'to be secretary',
      secretary,
      ({ spare }) => ({ memberId: spare('deputy'), role: 'secretary', group: null }),
    ],
    [
      'of a secretary',
      secretary,
      ({ spare }) => ({ memberId: spare('secretary'), role: 'volunteer', group: null }),
    ],
  ),
  ...lines(
    'accounts.end-member',
    'accounts.not-yours',
    ['a volunteer of testing', leaders, ({ spare }) => ({ memberId: spare('volunteer'), reason: '' })],
    ['a deputy of testing', leader, ({ spare }) => ({ memberId: spare('deputy'), reason: '' })],
    ['a leader of testing', post, ({ spare }) => ({ memberId: spare('leader'), reason: '' })],
    ['a seconded official', post, ({ spare }) => ({ memberId: spare('command'), reason: '' })],
    ['a secretary', secretary, ({ spare }) => ({ memberId: spare('secretary'), reason: '' })],
  ),
  ...lines('accounts.merge-member', 'accounts.not-yours', [
    'a secretary',
    secretary,
    ({ spare, member }) => ({ memberId: spare('secretary'), keptId: member.volunteer }),
  ]),
  ...lines(
    'accounts.invite',
    'accounts.not-yours',
    ['a volunteer of testing', leaders, (_, fill, now) => invited('volunteer', 'testing', fill, now)],
    ['a deputy of testing', leader, (_, fill, now) => invited('deputy', 'testing', fill, now)],
    ['a leader of testing', post, (_, fill, now) => invited('leader', 'testing', fill, now)],
    ['a secretary', secretary, (_, fill, now) => invited('secretary', null, fill, now)],
  ),
  ...lines('accounts.revoke-invitation', 'accounts.not-yours', [
    'a volunteer of testing',
    leaders,
    ({ invitationId }) => ({ invitationId }),
  ]),
  ...lines(
    'accounts.offer-new-pin',
    'accounts.not-yours',
    ...(['volunteer', 'secretary'] as const).map(
      (role): Line => [
        `a ${role}`,
        role === 'volunteer' ? leaders : secretary,
        ({ member }, fill) => ({
          offerId: fill.id('new'),
          memberId: member[role],
          tokenHash: 'c'.repeat(64),
        }),
      ],
    ),
  ),
  ...lines(
    'accounts.end-sessions',
    'accounts.not-yours',
    ['a volunteer of testing', leaders, ({ member }) => ({ memberId: member.volunteer, sessionId: null })],
    ['a secretary', secretary, ({ member }) => ({ memberId: member.secretary, sessionId: null })],
  ),
  ...lines(
    'accounts.reset-second-factor',
    'accounts.not-yours',
    ['a leader', post, ({ member }) => ({ memberId: member.leader })],
    ['a secretary', secretary, ({ member }) => ({ memberId: member.secretary })],
  ),
  ...lines('roster.assign-duty', 'roster.not-your-group', [
    'in testing',
    leaders,
    (subjects, fill, now) => duty('testing', subjects, fill, now),
  ]),
  ...lines('roster.end-duty', 'roster.not-your-group', ['in testing', leaders, ({ dutyId }) => ({ dutyId })]),
  ...lines('conduct.draft-code', 'conduct.not-your-group', [
    'of testing',
    leaders,
    (_, fill) => ({
      ...{ codeId: fill.id('new'), group: 'testing', title: '守则' },
      ...{ points: [], questions: [], video: null },
    }),
  ]),
  ...lines('conduct.publish-code', 'conduct.not-your-group', [
    'of testing',
    leaders,
    ({ codeId }) => ({ codeId, change: 'acknowledge', note: '' }),
  ]),
  ...lines('conduct.withdraw-code', 'conduct.not-your-group', [
    'of testing',
    leaders,
    ({ codeId }) => ({ codeId, reason: '不再用' }),
  ]),
  ...lines('conduct.drop-draft', 'conduct.not-your-group', [
    'of testing',
    leaders,
    ({ codeId }) => ({ codeId }),
  ]),
  ...lines('handovers.write-note', 'handovers.not-your-group', [
    'in testing',
    workingIn('testing'),
    (_, fill) => ({ noteId: fill.id('new'), ...place, chips: [], text: '无事', points: [] }),
  ]),
  ...lines('handovers.add-point', 'handovers.not-your-group', [
    'in testing',
    workingIn('testing'),
    (_, fill) => ({ pointId: fill.id('new'), ...place, text: '换灯', dueAt: null }),
  ]),
  ...lines('handovers.confirm-note', 'handovers.not-your-group', [
    'in testing',
    workingIn('testing'),
    ({ noteId }, fill) => ({ readingId: fill.id('new'), noteId }),
  ]),
  ...lines('handovers.mark-point', 'handovers.not-your-group', [
    'in testing',
    workingIn('testing'),
    ({ pointId }, fill) => ({ deedId: fill.id('new'), pointId, what: 'done', note: '' }),
  ]),
  ...lines('devices.rename', 'devices.not-your-group', [
    'of a volunteer of testing',
    leaders,
    ({ deviceId }) => ({ deviceId, label: '一号机' }),
  ]),
  ...lines('devices.revoke', 'devices.not-your-group', [
    'of a volunteer of testing',
    leaders,
    ({ deviceId }) => ({ deviceId, because: 'lost', note: '' }),
  ]),
];

type Made = Readonly<Record<string, unknown>>;

const unnamed = (body: Made): Made => ({
  ...body,
  items: (body.items as readonly Made[]).map((item) => ({ ...item, name: '' })),
});

/** What of an example must hold together in a way that its JSON form does not say. */
export const MENDED: Readonly<Record<string, (body: Made) => Made>> = {
  'accounts.accept-invitation': (body) => ({ ...body, phone: '19900009999' }),
  'testing.sample': (body) => ({ ...body, codeText: null }),
  'testing.issue-supplies': unnamed,
  'testing.record-supplies': unnamed,
  'gates.record-passage': (body) => ({ ...body, reason: null }),
  'gates.register-visit': (body) => ({ ...body, reason: null }),
};
