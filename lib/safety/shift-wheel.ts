/** A wheel or touchpad that stands still for so long begins anew, in ms; one that runs out sends every few. */
const PAUSE_MS = 150;

/**
 * Tells a wheel that is turned with Shift, to scroll sideways, from one that was turned before Shift was pressed and
 * still runs out, as touchpads do for a second: whoever scrolls and then has to leave presses Shift for that.
 * @returns takes one event of the wheel; true when Shift is held for it
 */
export function watchShiftWheel(): (at: number, shifted: boolean) => boolean {
  let last = Number.NEGATIVE_INFINITY;
  let isForWheel = false;
  return (at, shifted) => {
    if (at - last > PAUSE_MS) isForWheel = shifted;
    last = at;
    return isForWheel && shifted;
  };
}
