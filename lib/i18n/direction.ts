/** Languages written from right to left that people in these countries read. None is offered yet. */
const rightToLeft: ReadonlySet<string> = new Set(['ar', 'ckb', 'fa', 'he', 'ps', 'ur', 'yi']);

/**
 * Which way a language is written: the value of `dir` wherever `lang` is set.
 * @param locale as in an address: `nl`, or with a region
 */
export function directionOf(locale: string): 'ltr' | 'rtl' {
  return rightToLeft.has(locale.split('-')[0]?.toLowerCase() ?? '') ? 'rtl' : 'ltr';
}
