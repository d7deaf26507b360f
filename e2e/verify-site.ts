import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureBuild } from '#lib/server/build/ensure-build.ts';
import { readRootsFile } from '#lib/server/build/roots-file.ts';
import { publicFilesOf } from '#lib/server/build/site-manifest.ts';
import { compareSite } from './verify/compare.ts';
import { compareOwnAddresses } from './verify/own-addresses.ts';
import { readRoots } from './verify/roots.ts';

// `npm run verify-site -- URL [--root FINGERPRINT]`: does the site at this address send what these sources
// build, byte for byte, with the same headers? Names every difference, prints where the exits lead and the
// numbers of the roots, and ends 0 only when there is no difference and every root that was asked for is there.

const projectFolder = fileURLToPath(new URL('..', import.meta.url));
const say = (line: string): void => void process.stdout.write(`${line}\n`);

type Question = { origin: string; roots: string[] };

function readQuestion(): Question | null {
  try {
    const { positionals, values } = parseArgs({
      allowPositionals: true,
      options: { root: { type: 'string', multiple: true, default: [] } },
    });
    const [address, ...more] = positionals;
    if (address === undefined || more.length > 0) return null;
    return { origin: new URL(address).origin, roots: values.root };
  } catch {
    return null;
  }
}

/** The build of these sources; for a site that was built with ROOTS_FILE, with the same one. */
async function filesOfSources() {
  const file = process.env.ROOTS_FILE;
  const roots = file ? readRootsFile(file) : null;
  if (roots && !roots.ok) throw new Error(`ROOTS_FILE cannot be used: ${roots.code}`);
  const build = await ensureBuild(projectFolder, roots?.fingerprints ?? null, say);
  const files = publicFilesOf(join(projectFolder, '.next', build.name));
  build.release();
  return { name: build.name, files };
}

/** As with ROOTS_FILE: whoever knows how the site is set sets the same. */
function exitsOfSettings() {
  const { EXIT_URL_NL: nl, EXIT_URL_FR: fr, EXIT_URL_EN: en } = process.env;
  return { ...(nl && { nl }), ...(fr && { fr }), ...(en && { en }) };
}

async function checkRoots({ origin, roots }: Question): Promise<boolean> {
  const found = await readRoots(origin);
  if (found === null) {
    say('/site.bin is missing, or a page would refuse it: nobody can start a chat here.');
    return false;
  }
  say('Organisations of this site and the numbers of their roots:');
  for (const { name, fingerprint } of found) say(`  ${fingerprint}  ${name}`);
  const missing = roots.filter((root) => !found.some(({ fingerprint }) => fingerprint === root));
  for (const root of missing) say(`No organisation of this site has the root ${root}.`);
  return missing.length === 0;
}

async function verify(question: Question): Promise<boolean> {
  const { name, files } = await filesOfSources();
  const { differences, exits } = await compareOwnAddresses(question.origin, exitsOfSettings());
  const found = [...differences, ...(await compareSite(question.origin, files))];
  for (const difference of found) say(difference);
  say(
    found.length === 0
      ? `All ${files.length} public files are those of these sources (build ${name}).`
      : `${found.length} differences from these sources (build ${name}).`,
  );
  say('Where this site leads whoever leaves it; whoever runs it chose that, so look for yourself:');
  for (const { locale, leadsTo } of exits) say(`  /exit/${locale}  ${leadsTo}`);
  return (await checkRoots(question)) && found.length === 0;
}

const question = readQuestion();
if (question === null) {
  say('Usage: npm run verify-site -- URL [--root "FINGERPRINT"]');
  process.exitCode = 2;
} else {
  try {
    process.exitCode = (await verify(question)) ? 0 : 1;
  } catch (error) {
    say(
      `${question.origin} could not be checked: ${error instanceof Error ? error.message : error}`,
    );
    process.exitCode = 1;
  }
}
