import { expect, it } from 'vitest';
import { routing } from '#lib/i18n/routing.ts';
import { contentFiles } from '#messages/content/content-files.ts';
import { shownNumbers } from '#messages/content/shown-numbers.ts';
import { numberLabel } from './number-label.ts';

it.each(routing.locales)('in %s says no number twice and none alone', (locale) => {
  const services = shownNumbers(contentFiles.numbers, locale);
  const labels = services.flatMap((service) =>
    service.numbers.map(({ shown }) => ({ shown, label: numberLabel(service, shown) })),
  );
  expect(labels.map(({ shown }) => shown)).toContain('112');
  for (const { shown, label } of labels) {
    expect(label).not.toBe(`${shown}: ${shown}`);
    expect(label).toContain(shown);
    expect(label.replaceAll(shown, '')).toMatch(/\p{L}/u);
  }
});
