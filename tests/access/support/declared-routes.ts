/** Who a route is open to. */
export type DeclaredRoute =
  /** To anybody on the network, and why. */
  | { readonly open: string }
  /** To whoever has a session; it is about that account alone. */
  | { readonly account: true }
  /** To whoever has a place in the area. */
  | { readonly place: true }
  /** To whoever may do that in the area; `stepUp`: and shows a second factor. */
  | { readonly action: string; readonly stepUp?: true }
  /** Each operation behind it has a row of its own: queries, commands, terms. */
  | { readonly rows: 'queries' | 'commands' | 'terms' };

const exported = (action: string): DeclaredRoute => ({ action, stepUp: true });
const account: DeclaredRoute = { account: true };
const byToken: DeclaredRoute = {
  open: 'holds a token that was given out once; guessed by nobody (128 bits)',
};
const watched: DeclaredRoute = { open: 'holds the token that was told to whoever ordered the closing' };
const signsIn: DeclaredRoute = { open: 'asks for phone and PIN, or a passkey' };
const ops: DeclaredRoute = { open: 'counts and liveness, names nobody' };
const upload: DeclaredRoute = { open: 'takes only bytes that an accepted command announced, by their hash' };
const imports: DeclaredRoute = { action: 'people:import' };

/** Every route of the server by hand, HEAD as its GET: a new one without its row fails the matrix. */
export const DECLARED_ROUTES: Readonly<Record<string, DeclaredRoute>> = {
  'POST /api/areas/:areaId/push': { rows: 'commands' },
  'POST /api/areas/:areaId/pull': { rows: 'terms' },
  'GET /api/areas/:areaId/live': { rows: 'terms' },
  'POST /api/areas/:areaId/relay': {
    open: 'decides what authors signed and sealed, as its authors; limited',
  },
  ...Object.fromEntries(
    ['/rpc/*', '/api/q/*'].flatMap((url) =>
      ['GET', 'POST'].map((method): [string, DeclaredRoute] => [`${method} ${url}`, { rows: 'queries' }]),
    ),
  ),

  'GET /': { open: "the residents' page" },
  'GET /a/:areaId': { open: "the residents' page" },
  'GET /a/:areaId/b/:placeId': { open: "the residents' page of a building" },
  'GET /api/openapi.json': { open: 'what operations there are, no data' },
  'GET /api/health': ops,
  'GET /api/ready': ops,
  'GET /metrics': ops,
  'GET /api/network': { open: 'the addresses of this server' },

  'GET /api/setup': { open: 'whether anybody works here' },
  'POST /api/setup': byToken,
  'GET /api/join/:token': byToken,
  'POST /api/join/:token': byToken,
  'GET /api/new-pin/:token': byToken,
  'POST /api/new-pin/:token': byToken,
  'POST /api/sign-in': signsIn,
  'POST /api/sign-in/passkey/ask': signsIn,
  'POST /api/sign-in/passkey': signsIn,

  'GET /api/session': account,
  'GET /api/sessions': account,
  'POST /api/sessions/end': account,
  'POST /api/sessions/end-others': account,
  'POST /api/sessions/told': account,
  'POST /api/pin': account,
  'POST /api/second-factor/begin': account,
  'POST /api/second-factor/confirm': account,
  'POST /api/second-factor/check': account,
  'POST /api/second-factor/remove': account,
  'POST /api/passkeys/begin': account,
  'POST /api/passkeys/add': account,
  'POST /api/passkeys/rename': account,
  'POST /api/passkeys/remove': account,
  'POST /api/passkeys/ask': account,
  'POST /api/passkeys/show': account,
  'POST /api/sign-out': { open: 'ends the session it is sent with, if any' },

  'GET /api/people/register.xlsx': exported('people:export'),
  'GET /api/people/looks.xlsx': exported('people:read-looks'),
  'GET /api/people/subject.xlsx': exported('people:answer-subject'),
  'GET /api/privacy/records.xlsx': exported('privacy:read'),
  'GET /api/privacy/assessment.xlsx': exported('privacy:read'),
  'GET /api/areas/:areaId/testing/rounds/:roundId/export.xlsx': exported('testing:export'),
  'GET /api/areas/:areaId/testing/looks/:lookId/records.xlsx': exported('testing:look-full'),
  'GET /api/areas/:areaId/testing/looks/:lookId/contacts': exported('testing:look-full'),
  'GET /api/areas/:areaId/gates/passages.xlsx': exported('gates:oversee'),
  'GET /api/areas/:areaId/gates/looks/:lookId/inside': exported('gates:oversee'),

  'POST /api/people/import': imports,
  'GET /api/people/import/:id': imports,
  'PUT /api/people/import/:id': imports,
  'GET /api/people/import/:id/rows': imports,
  'POST /api/people/import/:id/apply': imports,
  'POST /api/people/import/:id/stop': imports,
  'GET /api/people/import/:id/progress': imports,
  'GET /api/people/import/:id/doubtful.xlsx': imports,
  'POST /api/areas/:areaId/testing/results-sheet': { action: 'testing:results' },

  'POST /api/areas/:areaId/closing': exported('closing:order'),
  'POST /api/areas/:areaId/closing/stop': exported('closing:order'),
  'GET /api/closings/:closingId': watched,
  'GET /api/closings/:closingId/certificate': watched,
  'GET /api/areas/:areaId/standing': { open: 'whether the area is still open' },

  'GET /api/areas/:areaId/files/:fileId': { place: true },
  'GET /api/areas/:areaId/files/:fileId/sealed': { place: true },
  'GET /api/areas/:areaId/files/:fileId/upload': upload,
  'PATCH /api/areas/:areaId/files/:fileId/upload': upload,
  'POST /api/areas/:areaId/files/:fileId/upload': upload,
  'POST /api/areas/:areaId/devices/enrol': { action: 'devices:enrol' },
  'POST /api/areas/:areaId/practice/enter': { action: 'practice:enter' },
  'POST /api/areas/:areaId/practice/reset': { action: 'practice:reset' },
};
