/** Whether the server answers at this address of ours; where it would lead to is not followed. Never throws. */
export async function somethingAnswers(address: string): Promise<boolean> {
  try {
    await fetch(address, { redirect: 'manual', cache: 'no-store', credentials: 'omit' });
    return true;
  } catch {
    return false;
  }
}
