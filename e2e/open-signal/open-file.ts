import { Decrypter } from 'age-encryption';
import { Unusable } from './unusable.ts';
import { MOST_BYTES, readZip } from './zip-records.ts';

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
  if (bytes.length > MOST_BYTES) throw new Unusable('tooLarge');
  const age = new Decrypter();
  try {
    age.addIdentity(identity);
  } catch {
    throw new Unusable('badIdentity');
  }
  if (!isAge(bytes)) throw new Unusable('noAge');
  let zip: Uint8Array;
  try {
    zip = await age.decrypt(bytes);
  } catch (error) {
    throw new Unusable(
      NO_KEY.test(error instanceof Error ? error.message : '') ? 'otherKey' : 'damaged',
    );
  }
  return readZip(zip);
}
