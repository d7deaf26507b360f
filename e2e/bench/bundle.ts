import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const projectDir = fileURLToPath(new URL('../..', import.meta.url));

/** As much of esbuild as is used. */
type Esbuild = {
  build(options: Record<string, unknown>): Promise<{ outputFiles: { text: string }[] }>;
};

/** One file of ours with all that it imports, as a script for a tab; by the bundler that tsx brings along. */
export async function bundled(file: string): Promise<string> {
  const ofTsx = createRequire(createRequire(import.meta.url).resolve('tsx'));
  const esbuild: Esbuild = ofTsx('esbuild');
  const { outputFiles } = await esbuild.build({
    ...{ entryPoints: [file], absWorkingDir: projectDir, bundle: true, write: false },
    ...{ format: 'iife', platform: 'browser', target: 'es2022', minify: true },
  });
  return outputFiles.map(({ text }) => text).join('\n');
}
