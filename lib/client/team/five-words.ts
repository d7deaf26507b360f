import { emptyDirectory } from '#lib/crypto/organisation/directory.ts';
import type { OrgRoots } from '#lib/crypto/organisation/organisation-roots.ts';
import type { WordLanguage } from '#lib/crypto/words/code-words.ts';
import { comparisonWords, type NewMember } from '#lib/crypto/words/comparison-words.ts';

/** The five words of a newcomer, in a language that both know. */
export type FiveWords = (language: WordLanguage) => readonly string[];

/**
 * The five words that newcomer and supervisor compare. In place of the bare organisation id they cover
 * the beginning of `head_0`, and with it threshold and root keys: so the words also show the newcomer
 * that the server gave them the right organisation, not only the supervisor the right newcomer.
 */
export function fiveWords(
  { counsellor, keyOfficer }: Pick<NewMember, 'counsellor' | 'keyOfficer'>,
  roots: OrgRoots,
): FiveWords {
  const orgId = emptyDirectory(roots).head.slice(0, 16);
  return (language) => comparisonWords({ orgId, counsellor, keyOfficer }, language);
}
