/** What one side said, and what the other side's screen shows of it, both in order. */
export type Direction = {
  said: readonly string[];
  heard: readonly string[];
  /** Own messages whose tick said at some moment that the server has them. */
  sent: ReadonlySet<string>;
  /** The same messages, as somebody finds them who opens the stored conversation anew. */
  stored: readonly string[];
  /** Texts and the ticks beside them at the end. */
  ticks: ReadonlyMap<string, string>;
};

export type Faults = {
  lost: number;
  doubled: number;
  disordered: number;
  /** Shown, and never said. */
  invented: number;
  sentButNotStored: number;
  /** Ticks that are not at least "Delivered" although the other side has the message. */
  wrongTicks: number;
};

const countIn = (texts: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
};

/** Neighbours that stand in another order than they were said in. */
function swaps(said: readonly string[], heard: readonly string[]): number {
  const places = new Map(said.map((text, at) => [text, at]));
  const order = [...new Set(heard)].flatMap((text) => places.get(text) ?? []);
  return order.filter((place, at) => at > 0 && place < (order[at - 1] ?? 0)).length;
}

/** Every message exactly once, in order, on the screen and in the store; every promise of a tick kept. */
export function faultsOf({ said, heard, sent, stored, ticks }: Direction): Faults {
  const shown = countIn(heard);
  const kept = countIn(stored);
  const known = new Set(said);
  const extra = (counts: Map<string, number>) =>
    [...counts.values()].reduce((sum, count) => sum + count - 1, 0);
  return {
    lost: said.filter((text) => !shown.has(text)).length,
    doubled: extra(shown) + extra(kept),
    disordered: swaps(said, heard) + swaps(said, stored),
    invented: [...shown.keys()].filter((text) => !known.has(text)).length,
    sentButNotStored: [...sent].filter((text) => !kept.has(text)).length,
    wrongTicks: said.filter((text) => {
      const tick = ticks.get(text);
      return shown.has(text) && tick !== 'delivered' && tick !== 'read';
    }).length,
  };
}

/** Both directions, or several chats, together. */
export function sumOf(all: readonly Faults[]): Faults {
  const sum = (key: keyof Faults) => all.reduce((total, faults) => total + faults[key], 0);
  return {
    lost: sum('lost'),
    doubled: sum('doubled'),
    disordered: sum('disordered'),
    invented: sum('invented'),
    sentButNotStored: sum('sentButNotStored'),
    wrongTicks: sum('wrongTicks'),
  };
}
