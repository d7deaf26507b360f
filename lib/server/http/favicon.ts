import { documentHeaders, plainPolicy } from '../security-headers.ts';
import type { Responder } from './exchange.ts';
import { send, sendWrongMethod } from './send.ts';

// Browsers ask for an icon on their own. This one is a single transparent dot: a tab with it looks
// like one whose site has none.
const icon = Buffer.from(
  'AAABAAEAAQEAAAEAIAAwAAAAFgAAACgAAAABAAAAAgAAAAEAIAAAAAAABAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==',
  'base64',
);

export const favicon: Responder = ({ path, method, response }) => {
  if (path !== '/favicon.ico') return false;
  if (method !== 'GET') return sendWrongMethod(response, ['GET', 'HEAD']);
  const headers = { ...documentHeaders(plainPolicy), 'content-type': 'image/x-icon' };
  return send(response, 200, { ...headers, 'cache-control': 'public, max-age=86400' }, icon);
};
