import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const project = fileURLToPath(new URL('../..', import.meta.url));

type Source = {
  /** Prefixes under which this file asks for words: `chat.age` of `useTranslations('chat.age')`. */
  prefixes: string[];
  /** Every text that may be a key, or the pattern of several: `country.${one}`. */
  keys: RegExp[];
  imports: string[];
};

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** What a template may become; null when it says nothing of its own, as `${key}` does. */
function patternOf(node: ts.TemplateExpression): RegExp | null {
  const texts = [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)];
  if (!texts.some((text) => /\w/.test(text))) return null;
  // What ends in a span may be a path of its own, as the actions of the log are.
  const last = texts.at(-1) === '' ? '.+' : '';
  const rest = last === '' ? texts : texts.slice(0, -1);
  return new RegExp(`^${rest.map(escaped).join('[^.]+')}${last}$`);
}

/** What of a source may be a key. */
function keyOf(node: ts.Node): RegExp | null {
  if (ts.isTemplateExpression(node)) return patternOf(node);
  const text = () => {
    if (ts.isStringLiteralLike(node)) return node.text;
    if (ts.isPropertyAccessExpression(node)) return /^words\.([\w.]+)$/.exec(node.getText())?.[1];
    // The name of a property may be a key, as in a table of sentences.
    return ts.isPropertyAssignment(node) && ts.isIdentifier(node.name) ? node.name.text : null;
  };
  const key = text();
  return key ? new RegExp(`^${escaped(key)}$`) : null;
}

function translationPrefix(node: ts.Node): string | null {
  if (!ts.isCallExpression(node)) return null;
  const called = node.expression.getText();
  // A page that reads its title out of the file itself: `words.signIn.title`.
  const loaded = /^load(\w+)Words$/.exec(called)?.[1];
  if (loaded) return loaded.toLowerCase();
  const [first] = node.arguments;
  if (called === 'useTranslations' && !first) return '';
  const isAsked = called === 'useTranslations' && first && ts.isStringLiteral(first);
  if (isAsked) return first.text;
  const namespace = /namespace: '([\w.]+)'/.exec(node.getText())?.[1];
  return called === 'createTranslator' ? (namespace ?? null) : null;
}

function resolveImport(from: string, name: string): string | null {
  if (name.startsWith('#')) return join(project, name.slice(1));
  return name.startsWith('.') ? resolve(dirname(from), name) : null;
}

function readSource(file: string): Source {
  const tree = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const source: Source = { prefixes: [], keys: [], imports: [] };
  const visit = (node: ts.Node): void => {
    const prefix = translationPrefix(node);
    if (prefix !== null) source.prefixes.push(prefix);
    if (ts.isImportDeclaration(node)) {
      const path = resolveImport(file, (node.moduleSpecifier as ts.StringLiteral).text);
      if (path) source.imports.push(path);
      return;
    }
    const key = keyOf(node);
    if (key) source.keys.push(key);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return source;
}

function readSources(): Map<string, Source> {
  const sources = new Map<string, Source>();
  for (const folder of ['app', 'components', 'lib', 'messages']) {
    const entries = readdirSync(join(project, folder), { recursive: true, withFileTypes: true });
    for (const { name, parentPath } of entries) {
      if (!/\.tsx?$/.test(name) || /\.test\.ts$|^test-|\.d\.ts$/.test(name)) continue;
      const file = join(parentPath, name);
      sources.set(file, readSource(file));
    }
  }
  return sources;
}

/** How far a `t` is handed on: to what a component imports, and to what that imports. */
const steps = 3;

function near(sources: ReadonlyMap<string, Source>, file: string, left = steps): Set<string> {
  const found = new Set([file]);
  if (left === 0) return found;
  for (const next of sources.get(file)?.imports ?? []) {
    if (!existsSync(next) || !sources.has(next)) continue;
    for (const further of near(sources, next, left - 1)) found.add(further);
  }
  return found;
}

/**
 * Says of a key, such as `chat.wait.place`, whether some source asks for it: a text or a template in a file that
 * asks for words below a prefix, or in one that it hands its `t` to. Read from the sources, so it errs on
 * the side of "used".
 */
export function keysInUse(): (key: string) => boolean {
  const sources = readSources();
  const wanted = new Map<string, Set<RegExp>>();
  for (const [file, { prefixes }] of sources) {
    if (prefixes.length === 0) continue;
    const keys = [...near(sources, file)].flatMap((one) => sources.get(one)?.keys ?? []);
    for (const prefix of prefixes) {
      const all = wanted.get(prefix) ?? new Set();
      for (const key of keys) all.add(key);
      wanted.set(prefix, all);
    }
  }
  return (key) =>
    [...wanted].some(([prefix, keys]) => {
      const below = prefix === '' ? '' : `${prefix}.`;
      if (!key.startsWith(below)) return false;
      const rest = key.slice(below.length);
      return [...keys].some((pattern) => pattern.test(rest));
    });
}
