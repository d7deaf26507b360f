/**
 * Promises about who may reach whom. `lib/architecture.test.ts` plants a violation of each of them
 * and sees it caught.
 * @type {import('dependency-cruiser').IConfiguration}
 */

// Tests, and the people that tests act as, may stand on both sides of a wall.
const tests = '(\\.test\\.ts$|\\.spec\\.ts$|/test-[^/]+\\.ts$|/tests/)';
const pure = '^lib/(crypto|protocol|signals|safety)/';
const browser =
  '^(app|components|lib/client|lib/i18n|lib/crypto|lib/protocol|lib/signals|lib/safety)/';

const audiences = ['help', 'team', 'office'];

// The folders of lib/crypto, floor upon floor; the files beside them (verify.ts) are the ground.
const cryptoFloors = [
  ['primitives'],
  ['words', 'organisation', 'messages'],
  ['conversation', 'coming-back', 'account', 'consent'],
];
const inCrypto = (folders) => `^lib/crypto/(${folders.join('|')})/`;

module.exports = {
  forbidden: [
    {
      name: 'server-cannot-decrypt',
      comment:
        'The server must not be able to read what it stores: of the cryptography it may reach signature checks and the check of a proof of work (verify.ts, verify-work.ts) and nothing else, however long the way. The seeds are client processes.',
      severity: 'error',
      from: { path: '^(lib/server|prisma)/', pathNot: [tests, '^prisma/seed-'] },
      to: {
        path: '^lib/crypto/',
        pathNot: '^lib/crypto/(verify|verify-work|signature-input)\\.ts$',
        reachable: true,
      },
    },
    {
      name: 'only-the-portal-sends',
      comment:
        'Whatever leaves a browser leaves through lib/client/portal, whose functions take sealed envelopes and never text.',
      severity: 'error',
      from: { pathNot: ['^lib/client/portal/', tests] },
      to: { path: '(^|/)node_modules/(socket\\.io-client|engine\\.io-client)/' },
    },
    {
      name: 'crypto-stands-on-its-ground',
      comment:
        'What the server may import (verify.ts and what it needs) stands on nothing else of the cryptography.',
      severity: 'error',
      from: { path: '^lib/crypto/[^/]+\\.ts$', pathNot: tests },
      to: { path: '^lib/crypto/[^/]+/' },
    },
    ...cryptoFloors.map((floor, height) => ({
      name: `crypto-looks-down-from-${floor[0]}`,
      comment:
        'The folders of lib/crypto stand on those below them, never on one above or beside: whoever reads one reads downwards.',
      severity: 'error',
      from: { path: inCrypto(floor), pathNot: tests },
      to: {
        path: '^lib/crypto/[^/]+/',
        pathNot: inCrypto(['$1', ...cryptoFloors.slice(0, height).flat()]),
      },
    })),
    {
      name: 'pure-rooms-do-no-io',
      comment:
        'crypto, protocol, signals and safety run anywhere: time and randomness come in as arguments.',
      severity: 'error',
      from: { path: pure, pathNot: tests },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'pure-rooms-know-only-each-other',
      comment: 'What runs anywhere cannot stand on a browser, a server or a screen.',
      severity: 'error',
      from: { path: pure, pathNot: tests },
      to: { path: '^(app|components|messages|prisma|e2e|lib/(client|server|i18n))/' },
    },
    {
      name: 'browsers-do-not-import-the-server',
      comment:
        'Server code in a page would be sent to people; and the hash of a build leaves lib/server out (lib/server/build/build-hash.ts).',
      severity: 'error',
      from: { path: browser, pathNot: tests },
      to: { path: '^(lib/server|prisma|e2e)/' },
    },
    {
      name: 'screens-hold-no-keys-and-do-not-send',
      comment: 'Components get props and give intents; keys and the network are lib/client.',
      severity: 'error',
      from: { path: '^components/', pathNot: tests },
      to: { path: '^(lib/crypto|lib/client/portal)/|(^|/)node_modules/(tweetnacl|@noble)/' },
    },
    ...audiences.map((audience) => ({
      name: `audiences-are-strangers-${audience}`,
      comment:
        'A page of one audience must not ship what another sees. Shared things are in components/ui, components/conversation and components/quick-exit.',
      severity: 'error',
      from: { path: `^components/${audience}/` },
      to: {
        path: `^components/(${audiences.filter((other) => other !== audience).join('|')})/`,
      },
    })),
    {
      name: 'only-the-office-has-earlier-words',
      comment:
        'Earlier words of the card (messages/notices) are for the browser that checks a consent: whoever seeks help must not load them.',
      severity: 'error',
      from: { path: '^(components/help|lib/client/(person|site))/', pathNot: tests },
      to: { path: '^messages/notices/', reachable: true },
    },
    {
      name: 'shared-screens-know-no-audience',
      comment: 'What all audiences share must not bring one of them along.',
      severity: 'error',
      from: { path: '^components/(ui|conversation|quick-exit)/' },
      to: { path: `^components/(${audiences.join('|')})/` },
    },
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or three.',
      severity: 'error',
      from: { pathNot: '^prisma/generated/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'every-import-resolves',
      comment: 'A rule about an import that was not found would hold for ever and mean nothing.',
      severity: 'error',
      from: { pathNot: '^prisma/generated/' },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: '(^|/)node_modules/' },
    exclude: { path: '^(\\.next|\\.tmp|coverage)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    detectJSDocImports: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json', '.css'],
    },
  },
};
