import { REFUSALS, type Refusal } from './refusals.ts';

/** What is wrong with a file, in one sentence for whoever received it. */
export class Unusable extends Error {
  readonly #code: Refusal;
  readonly #what: string;

  /** @param what a name of ours, or one of the file that is known to be plain */
  constructor(code: Refusal, what = '') {
    super(REFUSALS.en[code].replace('{what}', () => what));
    this.#code = code;
    this.#what = what;
  }

  /** The same sentence in their language. */
  in(lang: keyof typeof REFUSALS): string {
    return REFUSALS[lang][this.#code].replace('{what}', () => this.#what);
  }
}
