import type { SiteSettings } from '#lib/protocol/site-settings.ts';

/** The one password of every account of a demo. It is public; the demo's screens say so. */
export const demoPassword = 'demo-password-1';

export type DemoAccount = {
  loginName: string;
  displayName: string;
  role: 'counsellor' | 'supervisor';
};

export type DemoOrganisation = {
  settings: SiteSettings;
  /** Supervisors; the first founds the organisation. */
  supervisors: readonly [DemoAccount, ...DemoAccount[]];
  counsellors: readonly DemoAccount[];
  /** Synthetic signals of a past quarter, of nobody. */
  signals: { count: number; seed: number };
};

const supervisor = (loginName: string, displayName: string): DemoAccount => ({
  loginName,
  displayName,
  role: 'supervisor',
});
const counsellor = (loginName: string, displayName: string): DemoAccount => ({
  loginName,
  displayName,
  role: 'counsellor',
});

/** Open round the clock, whether or not somebody is signed in. */
const always = (zone: string): SiteSettings['hours'] => ({
  zone,
  week: Array.from({ length: 7 }, () => [{ from: '00:00', to: '24:00' }]),
  daysOff: [],
  byHand: null,
});

/** What a demo consists of. Names and countries are a promise to tests and manuals. */
export const demoOrganisations: readonly DemoOrganisation[] = [
  {
    settings: {
      name: 'Demo Help NL',
      countries: ['NL'],
      languages: ['nl', 'fr', 'en'],
      hours: always('Europe/Amsterdam'),
    },
    supervisors: [supervisor('saskia', 'Saskia'), supervisor('sanne', 'Sanne')],
    counsellors: [counsellor('anna', 'Anna'), counsellor('bram', 'Bram')],
    signals: { count: 36, seed: 1 },
  },
  {
    settings: {
      name: 'Demo Help BE',
      countries: ['BE', 'LU'],
      languages: ['nl', 'fr', 'en'],
      hours: always('Europe/Brussels'),
    },
    supervisors: [supervisor('dries', 'Dries'), supervisor('elise', 'Elise')],
    counsellors: [counsellor('claire', 'Claire')],
    signals: { count: 24, seed: 2 },
  },
];
