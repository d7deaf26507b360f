import { browserHttp } from '../portal/http.ts';
import { plainLoginName } from '../team/account.ts';

/**
 * Asks whether nobody signs in with this name yet. Only whoever holds a link that still works is answered, and only
 * a few times; what cannot be answered counts as free, since sending the account tells for sure.
 */
export const nameIsFree =
  (token: string) =>
  async (typed: string): Promise<boolean> => {
    const loginName = plainLoginName(typed);
    const answer = await browserHttp().post('POST /api/login-name', { token, loginName });
    return !answer.ok || answer.free;
  };
