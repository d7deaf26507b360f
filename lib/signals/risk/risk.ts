/** Re-identification risk of a table: how alone its rows are in what others may know of them. */
export type RiskFigures = {
  /** rows */
  records: number;
  /** different combinations of quasi-identifiers */
  classes: number;
  /** rows that share theirs with nobody */
  uniques: number;
  /** prosecutor risk, 0 to 1: one in the size of the smallest class */
  highest: number;
  /** mean of one in the size of the class, over rows */
  average: number;
};

/**
 * Prosecutor risk (El Emam): an attacker who knows that somebody is in the table, and knows their
 * quasi-identifiers, finds them with one in the size of their class.
 * @param rows each the quasi-identifiers of one record, in the same order
 */
export function riskOf(rows: Iterable<readonly string[]>): RiskFigures {
  const sizes = new Map<string, number>();
  let records = 0;
  for (const row of rows) {
    records++;
    // Lengths in front: no two different rows make one key.
    const key = row.map((value) => `${value.length}:${value}`).join('');
    sizes.set(key, (sizes.get(key) ?? 0) + 1);
  }
  let uniques = 0;
  let smallest = Number.POSITIVE_INFINITY;
  for (const size of sizes.values()) {
    if (size === 1) uniques++;
    if (size < smallest) smallest = size;
  }
  return {
    records,
    classes: sizes.size,
    uniques,
    highest: records === 0 ? 0 : 1 / smallest,
    average: records === 0 ? 0 : sizes.size / records,
  };
}
