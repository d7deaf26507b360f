import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { inlineScriptHashes } from './inline-scripts.ts';

const source = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

test('names exactly the scripts that stand in the page, each once', () => {
  const html = [
    '<script src="/a.js" async=""></script>',
    '<script id="x">one()</script>',
    '<SCRIPT>two("é")\n</SCRIPT>',
    '<script>one()</script>',
  ].join('');
  expect(inlineScriptHashes(html)).toEqual([source('one()'), source('two("é")\n')]);
});

test('an attribute that only looks like an address does not hide a script', () => {
  expect(inlineScriptHashes('<script data-src="/a.js">one()</script>')).toEqual([source('one()')]);
});
