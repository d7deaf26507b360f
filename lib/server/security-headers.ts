import type { OutgoingHttpHeaders } from 'node:http';

/** Who a page is for; decides which browser features it may ask for. */
export type Audience = 'help' | 'team';

/** Features that browsers switch off when told to; the two sides keep the few they need. */
const switchedOff = [
  'accelerometer',
  'browsing-topics',
  'camera',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'gamepad',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'serial',
  'storage-access',
  'usb',
  'window-management',
  'xr-spatial-tracking',
];
const onOurPages = ['autoplay', 'screen-wake-lock'];
const passkeys = ['publickey-credentials-create', 'publickey-credentials-get'];

function permissionsPolicy(audience: Audience): string {
  const allowed = audience === 'team' ? [...onOurPages, ...passkeys] : onOurPages;
  const forbidden = audience === 'team' ? switchedOff : [...switchedOff, ...passkeys];
  return [
    ...allowed.map((feature) => `${feature}=(self)`),
    ...forbidden.map((feature) => `${feature}=()`),
  ].join(', ');
}

const baseHeaders: OutgoingHttpHeaders = {
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
};

const helpPermissions = permissionsPolicy('help');
const teamPermissions = permissionsPolicy('team');

/** Headers of everything that is made for one visit: pages, answers, redirects. Nothing keeps it. */
export function documentHeaders(policy: string, audience: Audience = 'help'): OutgoingHttpHeaders {
  return {
    ...baseHeaders,
    'content-security-policy': policy,
    'permissions-policy': audience === 'team' ? teamPermissions : helpPermissions,
    'cache-control': 'no-store',
  };
}

/** Headers of a file whose name holds the hash of its content. */
export function hashedFileHeaders(): OutgoingHttpHeaders {
  return {
    ...baseHeaders,
    'content-security-policy': workerPolicy,
    'cache-control': 'public, max-age=31536000, immutable',
  };
}

/**
 * Policy of a page. Scripts run only from our origin, or inline with exactly the hash or nonce given;
 * no form is ever posted and no address outside is ever reached.
 * @param inline sources for inline scripts: `'sha256-…'` or `'nonce-…'`.
 */
export function pagePolicy(inline: readonly string[]): string {
  return [
    "default-src 'none'",
    ["script-src 'self' 'wasm-unsafe-eval'", ...inline].join(' '),
    "style-src 'self'",
    "img-src 'self' blob:",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types nextjs default',
  ].join('; ');
}

/** A worker obeys the policy of its own file. It has no document, so Trusted Types add nothing. */
const workerPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Policy of what is no page: it may do nothing at all. */
export const plainPolicy =
  "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
