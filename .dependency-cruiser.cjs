/** The boundaries of the house (docs/ARCHITECTURE.md). `tests/boundaries.test.ts` plants a violation of each. */
const error = 'error';
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: error, from: {}, to: { circular: true } },
    {
      name: 'kernel-knows-no-domain',
      severity: error,
      from: { path: '^kernel/' },
      to: { path: '^(core|groups|apps)/' },
    },
    {
      name: 'core-knows-no-group',
      severity: error,
      from: { path: '^core/' },
      to: { path: '^(groups|apps)/' },
    },
    { name: 'groups-know-no-app', severity: error, from: { path: '^groups/' }, to: { path: '^apps/' } },
    {
      name: 'other-modules-only-by-contract',
      comment:
        'contract.ts and messages/ are the only doors of a module; tests may also use its testing/ builders',
      severity: error,
      from: { path: '^(core|groups)/([^/]+)/', pathNot: '\\.test\\.tsx?$|^(core|groups)/[^/]+/testing/' },
      to: { path: '^(core|groups)/', pathNot: '^$1/$2/|^(core|groups)/[^/]+/(contract\\.ts$|messages/)' },
    },
    {
      name: 'tests-only-by-contract-or-builders',
      severity: error,
      from: { path: '^(core|groups)/([^/]+)/.*(\\.test\\.tsx?$|/testing/)' },
      to: {
        path: '^(core|groups)/',
        pathNot: '^$1/$2/|^(core|groups)/[^/]+/(contract\\.ts$|messages/|testing/)',
      },
    },
    {
      name: 'domain-is-pure',
      comment: 'domain/ runs on the phone too: no database, no server, no screen',
      severity: error,
      from: { path: '^(core|groups)/[^/]+/domain/', pathNot: '\\.test\\.tsx?$' },
      to: {
        path: '/server/|/phone/|/console/|/resident/|^kernel/(db|ui)/|node_modules/(pg|kysely|fastify|react|antd|dexie)',
      },
    },
    {
      name: 'contract-has-no-io',
      severity: error,
      from: { path: '^(core|groups)/[^/]+/contract\\.ts$' },
      to: { path: '/server/|/phone/|/console/|/resident/|^kernel/(db|ui)/' },
    },
    {
      name: 'screens-never-reach-the-server',
      severity: error,
      from: {
        path: '^(core|groups)/[^/]+/(phone|console|resident)/|^apps/(phone|console)/',
        pathNot: '\\.test\\.tsx?$',
      },
      to: { path: '/server/|^kernel/db/|node_modules/(pg|kysely|fastify)/' },
    },
    {
      name: 'no-node-in-the-browser',
      comment: 'Node modules are seen by their type only: their path is the bare name, e.g. fs',
      severity: error,
      from: {
        path: '^(core|groups)/[^/]+/(domain|phone|console|resident)/|^(core|groups)/[^/]+/contract\\.ts$|^apps/(phone|console)/',
        pathNot: '\\.test\\.tsx?$',
      },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'web-frameworks-stay-in-screens',
      severity: error,
      from: { path: '/server/|^kernel/(command|sync/server|db|access)/' },
      to: { path: 'node_modules/(react|antd|antd-mobile|dexie)/|/(phone|console)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Anchored: most packages' code lies in a dist folder of their own, and must be seen.
    exclude: { path: '^(dist|\\.cache)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    parser: 'swc',
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
    },
  },
};
