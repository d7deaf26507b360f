/**
 * The one error for everything that is refused: a parse failure, a wrong key, a failed
 * signature, a replay. It carries no detail, so that neither the screen nor the time it takes
 * to word a message tells an attacker which check failed.
 */
export class BadFrame extends Error {
  override readonly name = 'BadFrame';

  constructor() {
    super('refused');
  }
}

/**
 * The result of `work`, or null if it was refused. Every other error is a bug and goes on.
 */
export function orNull<T>(work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof BadFrame)) throw error;
    return null;
  }
}

/**
 * Guard clause for parsers: refuses unless `holds`.
 * @throws BadFrame
 */
export function must(holds: boolean): asserts holds {
  if (!holds) throw new BadFrame();
}
