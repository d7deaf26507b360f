import type { NextConfig } from 'next';
import createNextIntlPlugin from 'next-intl/plugin';

// The server builds into a folder named after the hash of everything that goes into the build
// (lib/server/build); a build by hand goes beside them.
const build = process.env.HAVRE_BUILD ?? 'by-hand';

const config: NextConfig = {
  distDir: `.next/${build}`,
  // Fingerprints out of ROOTS_FILE, written into the page's code (lib/client/site/pinned.ts).
  env: { HAVRE_PINNED: process.env.HAVRE_PINNED ?? '' },
  generateBuildId: () => build,
  // Our own server sets every header, and compresses what is the same for everyone.
  poweredByHeader: false,
  compress: false,
  generateEtags: false,
  devIndicators: false,
  reactStrictMode: true,
  // Next writes files for coding agents into the project otherwise.
  agentRules: false,
  // `npm test` checks types; a build on an operator's machine need not do it again.
  typescript: { ignoreBuildErrors: true, tsconfigPath: process.env.HAVRE_TSCONFIG },
  experimental: {
    // Scripts named in the HTML carry their hash.
    sri: { algorithm: 'sha256' },
    // Else a chat fetches the styles of desk and office, 3 KB on a slow line: a sheet is worth a request from 2 KB on.
    cssChunking: { type: 'graph', requestCost: 2000 },
  },
};

// Sentences become what the formatter reads while building, so that no page ships the parser. Only
// the folders of words: content files hold numbers and names, not sentences with places to fill in. The words of
// earlier cards are sentences too: left out, the office could not say them.
const withWords = createNextIntlPlugin({
  requestConfig: './lib/i18n/request.ts',
  experimental: {
    messages: {
      path: ['./messages/en', './messages/fr', './messages/nl', './messages/notices'],
      locales: 'infer',
      format: 'json',
      precompile: true,
    },
  },
});

export default withWords(config);
