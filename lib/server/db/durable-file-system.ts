import { closeSync, fdatasyncSync, fsyncSync, openSync } from 'node:fs';
import { NodeFS } from '@electric-sql/pglite/nodefs';

type Init = NodeFS['init'];
type Stream = { nfd?: number; node: unknown };
type Module = {
  FS: {
    filesystems: {
      NODEFS: {
        stream_ops: { fsync?: (stream: Stream) => number };
        realPath(node: unknown): string;
      };
    };
  };
};

/**
 * [Note: fsync in PGlite] PGlite starts PostgreSQL with `-F` (fsync off), and its file system for
 * Node has no `fsync` at all, so that even `fsync = on` reaches no disk. Its `fd_sync` does ask the
 * file system for one, though: this adds it. `wal_sync_method` must then be `fsync`, because
 * `fdatasync` is a stub that returns at once.
 */
export class DurableFileSystem extends NodeFS {
  override async init(...args: Parameters<Init>): ReturnType<Init> {
    const { emscriptenOpts } = await super.init(...args);
    const addSync = (module: unknown) => {
      const { NODEFS } = (module as Module).FS.filesystems;
      NODEFS.stream_ops.fsync = (stream) => sync(stream, NODEFS.realPath);
    };
    return {
      emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), addSync] },
    };
  }
}

function sync(stream: Stream, realPath: (node: unknown) => string): number {
  if (stream.nfd !== undefined) {
    fdatasyncSync(stream.nfd);
    return 0;
  }
  // Folders have no descriptor of their own; a new file is safe only once its folder is, too.
  const descriptor = openSync(realPath(stream.node), 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  return 0;
}
