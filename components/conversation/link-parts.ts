/** A piece of a message: words, or an address of the web that somebody may want to open. */
export type TextPart = { kind: 'words'; text: string } | { kind: 'link'; text: string; url: URL };

const ADDRESS = /https?:\/\/[^\s<>"]+/giu;
/** What ends a sentence rather than an address. */
const TRAILING = /[.,;:!?)\]}'’”»]+$/u;

function urlOf(text: string): URL | null {
  try {
    // Not `URL.parse`: the oldest browsers that the README promises have only this.
    const url = new URL(text);
    // A name and password before the host make one address look like another.
    return url.username === '' && url.password === '' ? url : null;
  } catch {
    return null;
  }
}

/** Cuts a text into words and addresses; put together again the parts are the text. */
export function linkParts(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let at = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const found = match[0].replace(TRAILING, '');
    const url = urlOf(found);
    if (!url) continue;
    if (match.index > at) parts.push({ kind: 'words', text: text.slice(at, match.index) });
    parts.push({ kind: 'link', text: found, url });
    at = match.index + found.length;
  }
  if (at < text.length) parts.push({ kind: 'words', text: text.slice(at) });
  return parts;
}
