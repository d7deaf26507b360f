import { LABOUR_SECTORS } from './code-lists.ts';

/**
 * The ladders: for each field the next coarser code of a code. A code that is missing here has
 * nothing coarser than being left out. Coarse codes stand in a signal too, because the person may
 * make a field less exact before they say yes.
 */

type Step = Readonly<Record<string, string>>;

const to = (coarse: string, ...fine: readonly string[]): Step =>
  Object.fromEntries(fine.map((code) => [code, coarse]));

const platforms: Step = {
  ...to('online', 'social_photo_video', 'messaging', 'dating', 'gaming_voice', 'job_site'),
  ...to('online', 'classifieds', 'escort_ads', 'webcam_livestream', 'subscription_content'),
  ...to('online', 'payment_gift', 'dark_web', 'other'),
  ...to('offline', 'none'),
};

const exploitation: Step = {
  ...to('sexual', 'SexualExploitation', 'OnlineSexualExploitation'),
  ...to('labour', 'ForcedLabour', 'ChildLabour', 'Servitude'),
  ...to('criminal', 'ForcedCriminality', 'ForcedBegging'),
  ...to('other', 'ForcedMarriage', 'ForcedAdoption', 'Surrogacy', 'OrganRemoval'),
  ...to('other', 'ForcedMilitaryByNonStateActors', 'SlaveryOrSimilar', 'Other', 'Unknown'),
  ...to('non-sexual', 'labour', 'criminal', 'other'),
};

const recruitmentMethod: Step = {
  ...to('online', 'ThroughOnlineSocialNetworks', 'ThroughAnOnlineAdvertisement'),
  ...to('offline', 'AtAPlaceOfBusiness', 'AtAnEducationalInstitution', 'AtWork'),
  ...to('offline', 'ThroughATelevisionAdvert', 'ThroughANewspaperAdvert', 'AtYouthCareOrShelter'),
  ...to('family_friends', 'ThroughFamilyOrFamilyEvents', 'ThroughFriendsOrSocialEvents'),
  ...to('family_friends', 'ByIntimatePartner'),
  ...to('other', 'Other'),
};

const meansOfControl: Step = {
  ...to('violence', 'PhysicalAbuse', 'SexualAbuse'),
  ...to('threats', 'PhysicalThreats', 'ThreatsLawEnforcement', 'ThreatensChildrenFamily'),
  ...to('threats', 'UsesChildren'),
  ...to('digital', 'ImageBlackmail', 'DigitalSurveillance'),
  ...to('money_debt', 'DebtBondage', 'TakesEarnings', 'RestrictsFinancialAccess'),
  ...to('deprivation', 'RestrictsMovement', 'RestrictsMedicalCare', 'WithholdsNecessities'),
  ...to('deprivation', 'WithholdsDocuments', 'ExcessiveWorkingHours'),
  ...to('psychological', 'PsychologicalAbuse', 'FalsePromises', 'PsychoactiveSubstance', 'Other'),
};

const sectorGroup = (letter: string): string => {
  if (letter <= 'F') return 'production';
  if (letter <= 'I') return 'trade_transport_hospitality';
  return letter === 'T' ? 'household' : 'other_services';
};

const labourSector: Step = Object.fromEntries(
  LABOUR_SECTORS.map((sector) => [sector, sectorGroup(sector.charAt(0))]),
);

/** The coarse codes of each field, from fine to coarse. */
export const COARSE_CODES = {
  country: ['Benelux'],
  region: ['BE', 'NL', 'LU', 'Benelux'],
  exploitation: ['sexual', 'labour', 'criminal', 'other', 'non-sexual'],
  age_band: ['minor', 'adult'],
  gender: ['other'],
  recruitment_method: ['online', 'offline', 'family_friends', 'other'],
  platform: ['online', 'offline'],
  recruiter_relation: ['known'],
  means_of_control: [
    'violence',
    'threats',
    'digital',
    'money_debt',
    'deprivation',
    'psychological',
  ],
  sex_exploitation_form: ['in_person', 'images_or_remote'],
  labour_sector: ['production', 'trade_transport_hospitality', 'household', 'other_services'],
  venue_type: ['online', 'private', 'commercial', 'public'],
  movement: ['domestic', 'cross_border'],
  duration_band: ['lt12m'],
  indicators: ['0-2', '3-4', '5-6'],
} as const;

/** One step up each ladder. `period` and `indicators` are computed (less-exact.ts). */
export const COARSER = {
  country: to('Benelux', 'BE', 'NL', 'LU'),
  region: {
    ...to('BE', 'BE1', 'BE2', 'BE3'),
    ...to('NL', 'NL1', 'NL2', 'NL3', 'NL4'),
    ...to('LU', 'LU0'),
    ...to('Benelux', 'BE', 'NL', 'LU'),
  },
  exploitation,
  age_band: {
    ...to('minor', 'under12', '12-15', '16-17'),
    ...to('adult', '18-23', '24-29', '30-47', '48plus'),
  },
  gender: to(
    'other',
    'TransgenderFeminine',
    'TransgenderMasculine',
    'NonConforming',
    'NonSpecifiedUnknown',
  ),
  recruitment_method: recruitmentMethod,
  recruitment_platform: platforms,
  exploitation_platform: platforms,
  recruiter_relation: {
    ...to('known', 'IntimatePartner', 'Familial', 'Friend', 'Acquainted'),
    ...to('unknown', 'Unaquainted'),
  },
  means_of_control: meansOfControl,
  sex_exploitation_form: {
    ...to('in_person', 'Prostitution', 'PrivateSexualServices'),
    ...to('images_or_remote', 'Pornography', 'RemoteInteractiveServices'),
  },
  labour_sector: labourSector,
  venue_type: {
    ...to('online', 'online_only'),
    ...to('private', 'private_home'),
    ...to('commercial', 'hotel_or_short_rental', 'club_bar_window', 'massage_wellness'),
    ...to('commercial', 'farm_or_horticulture', 'construction_site'),
    ...to('commercial', 'shop_restaurant_nailbar_carwash'),
    ...to('public', 'street', 'transport_or_vehicle'),
  },
  movement: {
    ...to('domestic', 'none', 'within_country'),
    ...to('cross_border', 'within_benelux', 'other_EU', 'third_country'),
  },
  duration_band: to('lt12m', 'lt1m', '1-6m', '6-12m'),
  perpetrator_count: {} as Step,
} as const satisfies Record<string, Step>;
