import { Worker, type WorkerOptions } from 'node:worker_threads';

/**
 * A thread that runs a TypeScript file. A thread does not inherit the way its process reads
 * TypeScript (tsx hooks the main thread only, Vitest none), so it first gets one of its own.
 */
export function startTypeScriptWorker(file: URL, options: WorkerOptions): Worker {
  const tsx = import.meta.resolve('tsx/esm/api');
  const bootstrap = `import(${JSON.stringify(tsx)}).then((tsx) => {
    tsx.register();
    return import(${JSON.stringify(file.href)});
  });`;
  return new Worker(bootstrap, { ...options, eval: true, execArgv: [] });
}
