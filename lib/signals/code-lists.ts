/**
 * The codes a signal is made of: nothing else can be said in one. Spellings are those of the IOM
 * Human Trafficking Case Data Standard 2.0 (UNMigration/HTCDS, CC BY 4.0) where it has the code;
 * `OWN_CODES` names what we had to add.
 */

export const COUNTRIES = ['BE', 'NL', 'LU', 'other'] as const;
/** NUTS-1. */
export const REGIONS = ['BE1', 'BE2', 'BE3', 'NL1', 'NL2', 'NL3', 'NL4', 'LU0'] as const;

export const EXPLOITATION = [
  'SexualExploitation',
  'OnlineSexualExploitation',
  'ForcedLabour',
  'ChildLabour',
  'Servitude',
  'ForcedCriminality',
  'ForcedBegging',
  'ForcedMarriage',
  'ForcedAdoption',
  'Surrogacy',
  'OrganRemoval',
  'ForcedMilitaryByNonStateActors',
  'SlaveryOrSimilar',
  'Other',
  'Unknown',
] as const;

export const AGE_BANDS = [
  'under12',
  '12-15',
  '16-17',
  '18-23',
  '24-29',
  '30-47',
  '48plus',
  'unknown',
] as const;

export const GENDERS = [
  'Feminine',
  'Masculine',
  'TransgenderFeminine',
  'TransgenderMasculine',
  'NonConforming',
  'NonSpecifiedUnknown',
] as const;

export const RECRUITMENT_METHODS = [
  'AtAPlaceOfBusiness',
  'AtAnEducationalInstitution',
  'AtWork',
  'ThroughOnlineSocialNetworks',
  'ThroughAnOnlineAdvertisement',
  'ThroughATelevisionAdvert',
  'ThroughANewspaperAdvert',
  'ThroughFamilyOrFamilyEvents',
  'ThroughFriendsOrSocialEvents',
  'Other',
  'ByIntimatePartner',
  'AtYouthCareOrShelter',
] as const;

/** Types of places on the internet, never brands. */
export const PLATFORMS = [
  'social_photo_video',
  'messaging',
  'dating',
  'gaming_voice',
  'job_site',
  'classifieds',
  'escort_ads',
  'webcam_livestream',
  'subscription_content',
  'payment_gift',
  'dark_web',
  'other',
  'none',
  'unknown',
] as const;

export const RECRUITER_RELATIONS = [
  'IntimatePartner',
  'Familial',
  'Friend',
  'Acquainted',
  'Unaquainted',
  'unknown',
] as const;

export const MEANS_OF_CONTROL = [
  'PhysicalThreats',
  'ThreatsLawEnforcement',
  'ThreatensChildrenFamily',
  'DebtBondage',
  'FalsePromises',
  'PhysicalAbuse',
  'SexualAbuse',
  'TakesEarnings',
  'RestrictsFinancialAccess',
  'RestrictsMedicalCare',
  'WithholdsNecessities',
  'PsychologicalAbuse',
  'PsychoactiveSubstance',
  'ExcessiveWorkingHours',
  'WithholdsDocuments',
  'Other',
  'RestrictsMovement',
  'UsesChildren',
  'ImageBlackmail',
  'DigitalSurveillance',
] as const;

export const SEX_EXPLOITATION_FORMS = [
  'Prostitution',
  'Pornography',
  'RemoteInteractiveServices',
  'PrivateSexualServices',
] as const;

/** ISIC sections A to U. */
export const LABOUR_SECTORS = [
  'A_AgricultureForestryAndFishing',
  'B_MiningAndQuarrying',
  'C_Manufacturing',
  'D_ElectricityGasSteamAndAirConditioningSupply',
  'E_WaterSupplySewerageWasteManagement',
  'F_Construction',
  'G_WholesaleAndRetailTradeRepairOfMotorVehicles',
  'H_TransportationAndStorage',
  'I_AccommodationAndFoodServiceActivities',
  'J_InformationAndCommunication',
  'K_FinancialAndInsuranceActivities',
  'L_RealEstateActivities',
  'M_ProfessionalScientificAndTechnicalActivities',
  'N_AdministrativeAndSupportServiceActivities',
  'O_PublicAdministrationAndDefence',
  'P_Education',
  'Q_HumanHealthAndSocialWorkActivities',
  'R_ArtsEntertainmentAndRecreation',
  'S_OtherServiceActivities',
  'T_ActivitiesOfHouseholdsAsEmployers',
  'U_ActivitiesOfExtraterritorialOrganizations',
] as const;

export const VENUE_TYPES = [
  'online_only',
  'private_home',
  'hotel_or_short_rental',
  'club_bar_window',
  'massage_wellness',
  'street',
  'farm_or_horticulture',
  'construction_site',
  'transport_or_vehicle',
  'shop_restaurant_nailbar_carwash',
  'other_or_unknown',
] as const;

export const MOVEMENTS = [
  'none',
  'within_country',
  'within_benelux',
  'other_EU',
  'third_country',
  'unknown',
] as const;
export const DURATION_BANDS = ['lt1m', '1-6m', '6-12m', 'gt12m', 'unknown'] as const;
export const PERPETRATOR_COUNTS = ['one', 'several', 'unknown'] as const;

/** The six ILO dimensions, in the order of the six booleans of a signal. */
export const DIMENSIONS = ['D1', 'D2', 'D3', 'D4', 'D5', 'D6'] as const;

/** What is the same for every signal: a chat cannot establish more. */
export const STATUS = 'PossibleVictimOfTrafficking';
export const DECIDED_BY = 'NGO';
