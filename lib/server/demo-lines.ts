import { join } from 'node:path';

/** What somebody who tries a demo needs to know, as lines for the terminal. */
export function demoLines(address: string, dataFolder: string): string[] {
  return [
    '',
    'This is a demo. Its passwords are public; nothing in it may be real.',
    '',
    `For people who need help   ${address}/nl   ${address}/fr   ${address}/en`,
    `For counsellors            ${address}/en/sign-in`,
    '',
    'Name     Works at       As           Password',
    ...accounts.map(([name, organisation, role]) =>
      [name.padEnd(8), organisation.padEnd(14), role.padEnd(12), 'demo-password-1'].join(' '),
    ),
    '',
    'What the demo police units open their files with:',
    join(dataFolder, 'demo-unit-nl.key'),
    join(dataFolder, 'demo-unit-be.key'),
    '',
  ];
}

const accounts = [
  ['anna', 'Demo Help NL', 'counsellor'],
  ['bram', 'Demo Help NL', 'counsellor'],
  ['saskia', 'Demo Help NL', 'supervisor'],
  ['sanne', 'Demo Help NL', 'supervisor'],
  ['claire', 'Demo Help BE', 'counsellor'],
  ['dries', 'Demo Help BE', 'supervisor'],
  ['elise', 'Demo Help BE', 'supervisor'],
] as const;
