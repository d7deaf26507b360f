import type { Deletion } from './deletion.ts';

/** A chat that the person moved on from: nothing of it is left but how it is deleted. */
export type EarlierChat = {
  deletion: Deletion;
  /** The page forgets it, at once or when its end was heard. */
  drop: () => void;
};

/** What a chat leaves to the one that the person goes on with. */
export function createLegacy(deletion: Deletion) {
  let isAside = false;
  let isDropped = false;
  const forgetIf = (wanted: boolean) => wanted && deletion.forget();
  return {
    earlier: {
      deletion,
      drop() {
        isDropped = true;
        forgetIf(isAside);
      },
    } satisfies EarlierChat,
    /** Its end was heard, or will not be. */
    setAside(): void {
      isAside = true;
      forgetIf(isDropped);
    },
  };
}
