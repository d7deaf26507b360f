import { useEffect, useState } from 'react';
import { browserHttp } from '../portal/http.ts';
import type { ApprovalWatch } from '../team/join.ts';

const EVERY_MS = 5000;
/** Whoever leaves the page open longer than this looks by signing in. In ms. */
const LONGEST_MS = 2 * 3_600_000;

/** Whether a supervisor approved who waits on this page; asked again and again while somebody may look at it. */
export function useApproval(watch: ApprovalWatch | null): boolean {
  const [approved, setApproved] = useState(false);
  useEffect(() => {
    if (watch === null || approved) return;
    const until = Date.now() + LONGEST_MS;
    const timer = setInterval(() => {
      if (Date.now() > until) clearInterval(timer);
      else if (document.visibilityState === 'visible') void ask();
    }, EVERY_MS);
    const ask = async () => {
      const answer = await browserHttp().post('POST /api/approval', watch);
      if (answer.ok && answer.approved) setApproved(true);
      // These keys are not the account's any more: no answer can come.
      else if (!answer.ok && answer.code === 'wrong_credentials') clearInterval(timer);
    };
    return () => clearInterval(timer);
  }, [watch, approved]);
  return approved;
}
