import { z } from '#lib/protocol/zod.ts';
import type { Locale } from './locales.ts';

/** What the operator may set, read once at start. See `.env.example`. */
export type ServerEnv = {
  port: number;
  host: string;
  /** As given; relative to the folder the server was started in. */
  dataDir: string;
  /** Null: the embedded database in `dataDir`. */
  databaseUrl: string | null;
  /** `https://example.org`, without a slash at the end. Null: whatever host name a request came to. */
  publicOrigin: string | null;
  exitUrls: Record<Locale, string>;
  /** True: `X-Forwarded-Proto` comes from our own reverse proxy and may be believed. */
  trustProxy: boolean;
  rootsFile: string | null;
  /** The operator says that DATABASE_URL may hold a demo. */
  demoDatabase: boolean;
};

/** One variable that stops the start, and why, without its value (a value may hold a password). */
export type EnvProblem = { variable: string; problem: string };

export type EnvResult = { ok: true; env: ServerEnv } | { ok: false; problems: EnvProblem[] };

// Neutral pages that anybody may have open: the weather, one well-known site for each language.
const weather: Record<Locale, string> = {
  nl: 'https://www.buienradar.nl/',
  fr: 'https://www.meteo.be/fr',
  en: 'https://www.bbc.com/weather',
};

function exitUrl(fallback: string) {
  return z
    ._default(z.string(), fallback)
    .check(
      z.refine(
        isExitUrl,
        'must be an http(s) address or a path of this site that begins with one "/"',
      ),
    );
}

/** `//host` and `/\host` leave the site in a browser, so they are not paths of our own. */
function isExitUrl(value: string): boolean {
  if (/[\s\p{Cc}]/u.test(value)) return false;
  if (/^\/(?![/\\])/.test(value)) return true;
  return hasProtocol(value, ['http:', 'https:']);
}

function hasProtocol(value: string, protocols: string[]): boolean {
  return URL.canParse(value) && protocols.includes(new URL(value).protocol);
}

function isOrigin(value: string): boolean {
  if (!hasProtocol(value, ['http:', 'https:'])) return false;
  const url = new URL(value);
  return url.origin === value.replace(/\/$/, '').toLowerCase();
}

const yesOrNo = z.pipe(
  z
    ._default(z.string(), 'no')
    .check(z.refine((value) => /^(yes|no|true|false|1|0)$/i.test(value), 'must be "yes" or "no"')),
  z.transform((value) => /^(yes|true|1)$/i.test(value)),
);

const port = z.pipe(
  z
    ._default(z.string(), '3000')
    .check(
      z.refine(
        (value) => /^\d{1,5}$/.test(value) && Number(value) <= 65_535,
        'must be a port number, 0 to 65535 (0: any free port)',
      ),
    ),
  z.transform(Number),
);

const schema = z.object({
  PORT: port,
  HOST: z
    ._default(z.string(), '127.0.0.1')
    .check(z.refine((value) => /^[A-Za-z0-9.:_-]+$/.test(value), 'must be a host name or address')),
  DATA_DIR: z._default(z.string(), '.data'),
  DATABASE_URL: z.optional(
    z
      .string()
      .check(
        z.refine(
          (value) => hasProtocol(value, ['postgres:', 'postgresql:']),
          'must begin with postgresql://',
        ),
      ),
  ),
  PUBLIC_ORIGIN: z.optional(
    z
      .string()
      .check(z.refine(isOrigin, 'must be like https://example.org: http(s), a host, and no path')),
  ),
  EXIT_URL_NL: exitUrl(weather.nl),
  EXIT_URL_FR: exitUrl(weather.fr),
  EXIT_URL_EN: exitUrl(weather.en),
  TRUST_PROXY: yesOrNo,
  ROOTS_FILE: z.optional(z.string()),
  DEMO_DATABASE: yesOrNo,
});

/**
 * Reads and checks the environment. An empty variable counts as one that is not set.
 * @returns every problem at once, so that an operator does not find them one start at a time.
 */
export function readEnv(source: Readonly<Record<string, string | undefined>>): EnvResult {
  const given = Object.entries(source).filter(([, value]) => value !== undefined && value !== '');
  const parsed = schema.safeParse(Object.fromEntries(given));
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => ({
      variable: String(issue.path[0]),
      problem: issue.message,
    }));
    return { ok: false, problems };
  }
  const value = parsed.data;
  return {
    ok: true,
    env: {
      port: value.PORT,
      host: value.HOST,
      dataDir: value.DATA_DIR,
      databaseUrl: value.DATABASE_URL ?? null,
      publicOrigin: value.PUBLIC_ORIGIN?.replace(/\/$/, '') ?? null,
      exitUrls: { nl: value.EXIT_URL_NL, fr: value.EXIT_URL_FR, en: value.EXIT_URL_EN },
      trustProxy: value.TRUST_PROXY,
      rootsFile: value.ROOTS_FILE ?? null,
      demoDatabase: value.DEMO_DATABASE,
    },
  };
}

/** Loopback names and addresses; only there may a demo with known passwords listen. */
export function isLoopback(host: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|::1)$/i.test(host);
}
