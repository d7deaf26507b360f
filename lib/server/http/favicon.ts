import { documentHeaders, plainPolicy } from '../security-headers.ts';
import type { Responder } from './exchange.ts';
import { send, sendWrongMethod } from './send.ts';

// Browsers ask for an icon on their own. This one is a single transparent dot: a tab with it looks
// like one whose site has none.
export const faviconPath = '/favicon.ico';
export const icon = Buffer.from(
  'AAABAAEAAQEAAAEAIAAwAAAAFgAAACgAAAABAAAAAgAAAAEAIAAAAAAABAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==',
  'base64',
);

export const faviconHeaders = {
  ...documentHeaders(plainPolicy),
  'content-type': 'image/x-icon',
  'cache-control': 'public, max-age=86400',
};

export const favicon: Responder = ({ path, method, response }) => {
  if (path !== faviconPath) return false;
  if (method !== 'GET') return sendWrongMethod(response, ['GET', 'HEAD']);
  return send(response, 200, faviconHeaders, icon);
};
