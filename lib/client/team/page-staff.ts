import { systemRandom } from '#lib/crypto/primitives/random.ts';
import { browserHttp } from '../portal/http.ts';
import { createStaff } from './staff.ts';
import type { Staff } from './staff-state.ts';
import { workerKeyWork } from './worker-key-work.ts';

let only: Staff | undefined;

/**
 * The member of this document. Sign-in, desk and office are one document and the router moves between
 * them, so the opened vault lives as long as the page and no longer.
 */
export function pageStaff(): Staff {
  only ??= createStaff({
    http: browserHttp(),
    work: workerKeyWork,
    now: Date.now,
    random: systemRandom,
  });
  return only;
}
