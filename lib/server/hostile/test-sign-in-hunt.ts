import { randomBytes } from 'node:crypto';
import { newAccount, solve } from '../members/test-account.ts';
import { count, type HuntRecord, judgeAnswer, violate } from './test-record.ts';

/** The branches of sign-in and joining that need work or a good link before them. */
export async function guess(
  address: string,
  [link = '', another = '']: readonly string[],
  record: HuntRecord,
): Promise<void> {
  const post = async (path: string, body: object) => {
    const headers = { 'content-type': 'application/json' };
    const init = { method: 'POST', headers, body: JSON.stringify(body) };
    const answer = await (await fetch(address + path, init)).json();
    record.sent += 1;
    judgeAnswer(record, `POST ${path}`, answer);
    return answer;
  };
  const secret = randomBytes(20);
  const loginName = `guess-${randomBytes(4).toString('hex')}`;
  const account = newAccount(loginName, secret, Date.now());
  const { totp: _totp, ...withoutCode } = account;
  await post('/api/join', { token: link, account: withoutCode });
  await post('/api/join', { token: link, account });
  await post('/api/join', { token: link, account });
  const rival = newAccount(loginName, secret, Date.now());
  await post('/api/join', { token: another, account: rival });
  const attempt = async (name: string, loginKey: string, code?: string) => {
    const offer = await post('/api/sign-in/challenge', { loginName: name });
    const work = solve(offer);
    const body = { loginName: name, loginKey, work, ...(code === undefined ? {} : { code }) };
    return { body, answer: await post('/api/sign-in', body) };
  };
  const half = await attempt(loginName, account.loginKey);
  if (half.answer.code !== 'second_factor') violate(record, 'signed in without six digits');
  const again = await post('/api/sign-in', half.body);
  if (again.code !== 'work_needed') violate(record, 'the same work served twice');
  await replayWork(post, half.body, record);
  for (let i = 0; i < 7; i += 1) await attempt(`${loginName}-x`, account.loginKey);
  count(record, 'guessed');
}

/** The last character of 22 in base64url has four bits that decode to nothing: same bytes, other text. */
async function replayWork(
  post: (path: string, body: object) => Promise<{ code?: string }>,
  body: { work: { challenge: string; nonce: string } },
  record: HuntRecord,
): Promise<void> {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const { challenge, nonce } = body.work;
  const at = letters.indexOf(challenge.at(-1) ?? '');
  const twin = challenge.slice(0, -1) + letters[(at & 0b110000) | ((at + 1) & 0b001111)];
  const answer = await post('/api/sign-in', { ...body, work: { challenge: twin, nonce } });
  if (answer.code !== 'work_needed')
    violate(record, 'the same work served twice, written otherwise');
}
