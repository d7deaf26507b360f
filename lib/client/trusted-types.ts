/**
 * [Note: Trusted Types] Imported before anything else on every page. The policy of our pages allows
 * script addresses only through a policy named `default`; without one, lazily loaded chunks and workers
 * are blocked. This one admits our own origin and nothing else, so even injected text cannot load a
 * script from elsewhere.
 */
type PolicyRules = { createScriptURL: (address: string) => string };
type Factory = { createPolicy: (name: string, rules: PolicyRules) => unknown };

function sameOrigin(address: string): string {
  const url = new URL(address, location.origin);
  if (url.origin !== location.origin) throw new TypeError('script address of another origin');
  return address;
}

if (typeof window !== 'undefined') {
  const factory = (window as { trustedTypes?: Factory & { defaultPolicy?: unknown } }).trustedTypes;
  if (factory && !factory.defaultPolicy)
    factory.createPolicy('default', { createScriptURL: sameOrigin });
}
