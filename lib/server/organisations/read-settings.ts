import { type SiteSettings, siteSettings } from '#lib/protocol/site-settings.ts';

/** The settings of a public record; null when they are none. */
export function readSettings(settings: Uint8Array): SiteSettings | null {
  try {
    const parsed = siteSettings.safeParse(JSON.parse(new TextDecoder().decode(settings)));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
