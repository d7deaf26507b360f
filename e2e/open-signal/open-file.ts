import { Decrypter } from 'age-encryption';
import { unzipSync } from 'fflate';

/** What is wrong with a file, in one sentence for whoever received it. */
export class Unusable extends Error {}

/** No release is near this; a bomb of a zip would be. */
const MOST_BYTES = 64 * 1024 * 1024;

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
  let zip: Uint8Array;
  try {
    zip = await age.decrypt(bytes);
  } catch {
    throw new Unusable('This key does not open this file, or the file is damaged.');
  }
  try {
    let total = 0;
    const files = unzipSync(zip, {
      filter: ({ originalSize }) => {
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
