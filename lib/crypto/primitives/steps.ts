/** Work that can pause between its costly parts, so that a page may answer a press in between. */
export type Steps<T> = Generator<void, T, void>;

/** Does all of it without a pause. */
export function allAtOnce<T>(steps: Steps<T>): T {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}
