import { leading } from '#core/accounts/contract.ts';

/** Who may ask a query: the action it needs and, where what is asked about narrows it, who of those that have it. */
export interface DeclaredQuery {
  readonly action: string;
  /** Of a thing of the testing group, as the matrix asks: who is left, and what the others are told. */
  readonly narrowed?: { readonly to: readonly string[]; readonly code: string };
}

const all = (prefix: string, byAction: Readonly<Record<string, readonly string[]>>) =>
  Object.entries(byAction).flatMap(([action, names]) =>
    names.map((name): [string, DeclaredQuery] => [`${prefix}.${name}`, { action: `${prefix}:${action}` }]),
  );

const ofTesting = (action: string, code = 'query.not-allowed'): DeclaredQuery => ({
  action,
  narrowed: { to: leading('testing'), code },
});

/** Every query of the house by hand: a new one without its row fails the matrix, as does a row without its query. */
export const DECLARED_QUERIES: Readonly<Record<string, DeclaredQuery>> = Object.fromEntries([
  ...all('places', { read: ['tree', 'building'], change: ['addressRules'] }),
  ...all('people', {
    'read-register': ['registerList', 'dwelling', 'resident', 'tags', 'history'],
    search: ['search', 'counts'],
    look: ['looked'],
    'read-looks': ['lookers', 'looks'],
    change: ['duplicates', 'compare', 'discrepancies', 'waiting'],
    'answer-subject': ['requests', 'subjectCopy'],
  }),
  ...all('accounts', { 'see-people': ['people'], 'see-rights': ['rights'], invite: ['invitations'] }),
  ['accounts.sessions', ofTesting('accounts:see-sessions', 'accounts.not-yours')],
  ...all('roster', { 'see-duties': ['duties'] }),
  ...all('conduct', { see: ['open'] }),
  ['conduct.codes', ofTesting('conduct:see')],
  ['conduct.people', ofTesting('conduct:see')],
  ['handovers.board', ofTesting('handovers:see')],
  ...all('zones', { see: ['history', 'today', 'answers'], 'set-status': ['foresee'] }),
  ...all('codes', { 'see-keys': ['keys'] }),
  ...all('devices', { see: ['list', 'late'] }),
  ...all('testing', {
    plan: ['planning', 'planPeople', 'readList', 'cards', 'paper', 'rehearsal', 'callUp', 'callUpBasis'],
    view: ['plan', 'siteScreen'],
    results: ['results', 'recall', 'contacts'],
    close: ['closing'],
    oversee: [
      ...['supplies', 'rounds', 'followUps', 'missed', 'tube', 'person', 'numbers', 'findTubes', 'setUp'],
      ...['setUpOpen', 'board', 'rows', 'transport', 'gaps', 'summary', 'discrepancies'],
    ],
  }),
  ...all('passes', { oversee: ['list', 'counts'], issue: ['candidates', 'signed'] }),
  ...all('gates', {
    see: ['gates'],
    oversee: [
      ...['flow', 'passages', 'flags', 'personPassages', 'inside', 'visitsInside', 'holdersInside'],
      ...['outings', 'evacuation'],
    ],
  }),
  ...all('privacy', { read: ['kinds', 'papers', 'notice', 'keys', 'backup', 'undertakings'] }),
  ...all('closing', { see: ['preview'] }),
  ...all('settings', { view: ['list'] }),
  ...all('oversight', { view: ['refused'] }),
]);
