import { countries, locales } from './countries.ts';
import { signalTerms } from './signal-terms.ts';
import * as z from './zod.ts';

const clock = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/));
const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));

/** The last new chat is at most so many minutes before closing. */
export const longestLastIntake = 240;

/** Open from `from` to `to`, wall-clock time in `zone`; `to` at or before `from` is the next morning. */
const span = z.strictObject({ from: clock, to: clock });

/**
 * What an organisation says of itself in public: the JSON inside its signed SiteEntry. The browser of
 * the person chooses from it, so the choice never reaches the server. See [Note: read by hand].
 */
export const siteSettings = z.strictObject({
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(60)),
  countries: z.array(z.enum(countries)).check(z.minLength(1), z.maxLength(3)),
  languages: z.array(z.enum(locales)).check(z.minLength(1), z.maxLength(3)),
  hours: z.strictObject({
    /** IANA time zone, for example Europe/Brussels. */
    zone: z.string().check(z.regex(/^[A-Za-z_]+(\/[A-Za-z_+-]+)*$/), z.maxLength(40)),
    /** Seven lists, Monday first. 00:00 to 24:00 is the whole day. */
    week: z.array(z.array(span).check(z.maxLength(4))).check(z.length(7)),
    daysOff: z.array(day).check(z.maxLength(400)),
    /** "Closed now" or "open now", by hand; `until` in minutes since 1970, null until changed. */
    byHand: z.nullable(
      z.strictObject({
        state: z.enum(['open', 'closed']),
        until: z.nullable(z.int().check(z.gte(0))),
      }),
    ),
    /** Minutes before closing after which no new chat begins. Absent, as in older records: none. */
    lastIntake: z.optional(z.int().check(z.gte(0), z.lte(longestLastIntake))),
  }),
  /** Absent: this organisation shares no signals. */
  signals: z.optional(signalTerms),
});

export type SiteSettings = z.infer<typeof siteSettings>;
export type Hours = SiteSettings['hours'];
