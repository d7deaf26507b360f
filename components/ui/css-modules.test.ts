import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const components = fileURLToPath(new URL('..', import.meta.url));
const imported = /import (\w+) from '(\.[^']+\.module\.css)'/g;

/** Classes that a component asks its stylesheet for and that are not there; nothing else would tell. */
function missing(source: string, sheet: (path: string) => string): string[] {
  // A key of messages may begin like the name of a stylesheet: it stands behind a quote.
  const code = source.replace(/^import .*$/gm, '');
  return [...source.matchAll(imported)].flatMap(([, name, path]) => {
    const css = sheet(path ?? '');
    const asked = [...code.matchAll(new RegExp(`(?<!['"\`.\\w])${name}\\.(\\w+)`, 'g'))].map(
      ([, one]) => one,
    );
    return asked.filter((one) => !new RegExp(`\\.${one}\\b`).test(css)).map((one) => `${one}`);
  });
}

it('a class that is not there is found', () => {
  const source =
    "import styles from './a.module.css';\n<p className={styles.here} id={styles.gone}>";
  expect(missing(source, () => '.here { color: red }')).toEqual(['gone']);
});

const files = readdirSync(components, { recursive: true, encoding: 'utf8' }).filter((path) =>
  path.endsWith('.tsx'),
);

it.each(files)('%s asks for no class that is not there', (file) => {
  const path = join(components, file);
  const sheet = (from: string) => readFileSync(resolve(dirname(path), from), 'utf8');
  expect(missing(readFileSync(path, 'utf8'), sheet)).toEqual([]);
});
