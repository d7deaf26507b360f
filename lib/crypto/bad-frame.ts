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
 * Guard clause for parsers: refuses unless `holds`.
 * @throws BadFrame
 */
export function must(holds: boolean): asserts holds {
  if (!holds) throw new BadFrame();
}
