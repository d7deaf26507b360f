import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8');
const [light = '', dark = ''] = [...css.matchAll(/:root \{([^}]*)\}/g)].map((found) => found[1]);
const colours = (block: string) =>
  Object.fromEntries([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, a, b]) => [a, b]));
const themes = { light: colours(light), dark: { ...colours(light), ...colours(dark) } };

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(hex = '') {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (r ?? Number.NaN) + 0.7152 * (g ?? Number.NaN) + 0.0722 * (b ?? Number.NaN);
}
function contrast(a: string | undefined, b: string | undefined) {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return ((high ?? Number.NaN) + 0.05) / ((low ?? Number.NaN) + 0.05);
}

const text = [
  ...['ground', 'surface', 'sunken', 'accent-soft'].flatMap((ground) => [
    ['text', ground],
    ['text-quiet', ground],
  ]),
  ...['ground', 'surface', 'accent-soft'].map((ground) => ['accent', ground]),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-strong'],
  ['on-notice', 'notice'],
  ['on-exit', 'exit'],
];
const lines = ['ground', 'surface', 'accent-soft'].flatMap((ground) => [
  ['line-strong', ground],
  ['focus', ground],
]);

describe.each(['light', 'dark'] as const)('colours of the %s theme', (name) => {
  const theme: Record<string, string> = themes[name];

  it('are measured as WCAG does', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  });
  it.each(text)('%s on %s can be read: 7:1 or more', (front = '', back = '') => {
    expect(contrast(theme[front], theme[back])).toBeGreaterThanOrEqual(7);
  });
  it.each(lines)('%s on %s can be seen: 3:1 or more', (front = '', back = '') => {
    expect(contrast(theme[front], theme[back])).toBeGreaterThanOrEqual(3);
  });
});
