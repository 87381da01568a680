import type { Party } from '#kernel';

export const PUBLISHER: Party = { key: 'org:seed-publisher', name: 'The article’s publisher', kind: 'organisation' };

export const KCNA: Party = { key: 'org:kcna', name: 'KCNA', kind: 'organisation' };

export const LOS_ANGELES_TIMES: Party = {
  key: 'org:los-angeles-times',
  name: 'Los Angeles Times',
  kind: 'organisation',
};

export const VICE_DIRECTOR: Party = {
  key: 'role:dprk-vice-director-military-foreign-affairs',
  name: 'Vice director of military foreign affairs, DPRK Ministry of National Defence',
  kind: 'role',
  unnamed: true,
};

export const KIRBY: Party = {
  key: 'person:john-kirby',
  name: 'John Kirby',
  kind: 'person',
  jobTitle: 'NSC Coordinator for Strategic Communications',
};

export const SECURITY_COUNCIL: Party = {
  key: 'org:us-national-security-council',
  name: 'US National Security Council',
  kind: 'organisation',
};

export const WHITE_HOUSE: Party = { key: 'org:white-house', name: 'White House', kind: 'organisation' };

export const ALLIES: Party = {
  key: 'org:united-states-and-south-korea',
  name: 'United States and South Korea',
  kind: 'organisation',
};

export const DPRK_MILITARY: Party = { key: 'org:dprk-military', name: 'DPRK military', kind: 'organisation' };
