import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import type { SchemaEngine } from '@prisma/schema-engine-wasm/schema_engine_bg';

/**
 * Prisma's own migration engine, as the WebAssembly that its packages carry: the command line tool
 * would download a program. This is the only file that knows how it is loaded.
 * @param schema text of `schema.prisma`, or null when only migrations are applied.
 * @param adapters makes connections; `connectToShadowDb` is needed for `diff` from migrations only.
 */
export async function openSchemaEngine(
  schema: string | null,
  adapters: SqlMigrationAwareDriverAdapterFactory,
): Promise<SchemaEngine> {
  engine ??= loadEngine();
  const datamodels: [string, string][] | undefined =
    schema === null ? undefined : [['schema.prisma', schema]];
  return (await engine).new(
    { datamodels },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(adapters),
  );
}

// Once a process: the bindings are one module and know one instance.
let engine: ReturnType<typeof loadEngine> | null = null;

// Node imports no .wasm file, so the two halves of the package are joined by hand.
async function loadEngine() {
  const bindings = await import('@prisma/schema-engine-wasm/schema_engine_bg');
  const entry = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm');
  const bytes = await readFile(join(dirname(entry), 'schema_engine_bg.wasm'));
  const { instance } = await WebAssembly.instantiate(bytes, {
    './schema_engine_bg.js': { ...bindings },
  });
  bindings.__wbg_set_wasm(instance.exports);
  const { __wbindgen_start: start } = instance.exports;
  if (typeof start === 'function') start();
  return bindings.SchemaEngine;
}
