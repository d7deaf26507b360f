/** A line of a terminal with its first words, and whatever a signed record may be named. */
const LONGEST = 80;

/**
 * What a terminal obeys, turns around or does not show: control characters, line ends, bidi controls, zero width,
 * and what is no character at all. A name that holds one could print lines of its own, or hide the true ones.
 */
const UNSHOWN = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;

/** Whether a text of the file may stand in a line that is printed. */
export const isPlain = (text: string): boolean =>
  text.trim() !== '' && [...text].length <= LONGEST && !UNSHOWN.test(text);

/** Names of files, and of rules: nothing else needs more. */
export const SHORT_NAME = /^[A-Za-z][\w.-]{0,39}$/;

/** For a sentence of a library, which may repeat what it could not read. */
export const onlyPlain = (text: string): string =>
  text.replace(new RegExp(UNSHOWN, 'gu'), '\u{FFFD}');
