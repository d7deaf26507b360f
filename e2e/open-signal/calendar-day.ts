/** Days since 1970 of a day as a calendar has it, `2026-11-24`; null for the 31st of February and all else. */
export function calendarDay(text: string): number | null {
  const at = Date.parse(`${text}T00:00:00Z`);
  const isOne = Number.isFinite(at) && new Date(at).toISOString().slice(0, 10) === text;
  return isOne ? at / 86_400_000 : null;
}
