import { Decrypter } from 'age-encryption';
import { unzipSync } from 'fflate';
import { SHORT_NAME } from './plain-text.ts';

/** What is wrong with a file, in one sentence for whoever received it. */
export class Unusable extends Error {}

/** No release is near this; a bomb of a zip would be. */
const MOST_BYTES = 64 * 1024 * 1024;

/** The first line of every age file. */
const AGE_HEADER = new TextEncoder().encode('age-encryption.org/v1\n');
const isAge = (bytes: Uint8Array): boolean => AGE_HEADER.every((byte, i) => bytes[i] === byte);

/** How the library says that no key fits; whatever else it says is damage. */
const NO_KEY = /no identity matched/;

/** Decrypts and unpacks. @throws Unusable */
export async function openFile(
  bytes: Uint8Array,
  identity: string,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const age = new Decrypter();
  try {
    age.addIdentity(identity);
  } catch {
    throw new Unusable('The key is no age identity: it begins with AGE-SECRET-KEY-1.');
  }
  if (!isAge(bytes)) throw new Unusable('This is no age file: it does not begin as one does.');
  let zip: Uint8Array;
  try {
    zip = await age.decrypt(bytes);
  } catch (error) {
    throw new Unusable(
      NO_KEY.test(error instanceof Error ? error.message : '')
        ? 'This key does not open this file: it was made for another one.'
        : 'The file is damaged: it was changed or cut off on its way. Ask for it again.',
    );
  }
  try {
    let total = 0;
    const files = unzipSync(zip, {
      filter: ({ name, originalSize }) => {
        if (!SHORT_NAME.test(name))
          throw new Unusable('The zip holds a file with a name that no release has.');
        total += originalSize;
        if (total > MOST_BYTES) throw new Unusable('The file is far too large for a release.');
        return true;
      },
    });
    return new Map(Object.entries(files));
  } catch (error) {
    if (error instanceof Unusable) throw error;
    throw new Unusable('What was encrypted is no zip file.');
  }
}
