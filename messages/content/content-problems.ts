import type * as z from '#lib/protocol/zod.ts';

/**
 * What does not fit in a file that an organisation edits, a line each: the place, with entries by their `id` and not
 * by how many stand above them, and what is wrong there. None: it fits.
 */
export function contentProblems(schema: z.core.$ZodType, content: unknown): string[] {
  const { error } = (schema as z.ZodMiniType).safeParse(content);
  return (error?.issues ?? []).map((issue) => `${placeOf(issue.path, content)} ${saidOf(issue)}`);
}

/** A place that is not there has no words of its own. */
const saidOf = ({ code, message }: { code: string; message: string }): string =>
  code === 'invalid_type' ? 'is missing' : message;

function placeOf(path: readonly PropertyKey[], content: unknown): string {
  let at = content;
  const names = path.map((step) => {
    at = partOf(at, step);
    const id = typeof step === 'number' ? partOf(at, 'id') : undefined;
    return typeof id === 'string' ? id : String(step);
  });
  return names.join('.');
}

const partOf = (whole: unknown, step: PropertyKey): unknown =>
  typeof whole === 'object' && whole !== null ? Reflect.get(whole, step) : undefined;
