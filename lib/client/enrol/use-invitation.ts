import { useEffect, useState } from 'react';
import type { AccountAnswers } from '#lib/protocol/account-routes.ts';
import { browserHttp } from '../portal/http.ts';

export type Invitation =
  | { kind: 'checking' }
  | { kind: 'bad' }
  | { kind: 'unavailable' }
  | ({ kind: 'good' } & { link: AccountAnswers['POST /api/invitation'] });

/** Asks what a one-time link is good for; looking does not use it up. */
export function useInvitation(
  token: string,
  wanted: AccountAnswers['POST /api/invitation']['kind'],
): Invitation {
  const [invitation, setInvitation] = useState<Invitation>({ kind: 'checking' });
  useEffect(() => {
    void (async () => {
      const answer = await browserHttp().post('POST /api/invitation', { token });
      if (answer.ok && answer.kind === wanted) setInvitation({ kind: 'good', link: answer });
      else if (answer.ok || answer.code !== 'unavailable') setInvitation({ kind: 'bad' });
      else setInvitation({ kind: 'unavailable' });
    })();
  }, [token, wanted]);
  return invitation;
}
