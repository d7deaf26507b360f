import { bytes } from '../bytes-fields.ts';
import { limits } from '../limits.ts';
import * as z from '../zod.ts';

/** A length, or the number of a step. */
export const n = z.int().check(z.gte(0), z.lte(limits.highest));

/** Epochs and versions begin at 1. */
export const epoch = z.int().check(z.gte(1), z.lte(limits.highest));

/** A signed entry of the public directory. */
export const entryBytes = bytes(2, 4096);
