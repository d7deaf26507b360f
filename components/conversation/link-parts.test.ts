import { describe, expect, it } from 'vitest';
import { linkParts } from './link-parts.ts';

const hosts = (text: string) =>
  linkParts(text).flatMap((part) => (part.kind === 'link' ? [part.url.host] : []));

describe('addresses in a message', () => {
  it('are found with the sentence around them left whole', () => {
    const text = 'Look (https://example.org/a?b=1). Or http://example.net, maybe.';
    expect(hosts(text)).toEqual(['example.org', 'example.net']);
    expect(
      linkParts(text)
        .map((part) => part.text)
        .join(''),
    ).toBe(text);
  });

  it('are found by the oldest browser that is promised to work', () => {
    const { parse } = URL;
    Reflect.deleteProperty(URL, 'parse');
    try {
      expect(hosts('see https://example.org now, or http://')).toEqual(['example.org']);
    } finally {
      Object.assign(URL, { parse });
    }
  });

  it('are never a script, a file, or one that hides where it goes', () => {
    for (const text of [
      'javascript:alert(1)',
      'file:///etc/passwd',
      'data:text/html,hi',
      'https://bank.example@evil.example/',
      'https://',
    ])
      expect(hosts(text)).toEqual([]);
  });

  it('show a name in other letters as what it is', () => {
    expect(hosts('https://b\u0430nk.example')).toEqual(['xn--bnk-6cd.example']);
  });
});
