/**
 * Where an exit may lead. It is set by whoever runs the site, so any address outside is printed and not judged; our
 * own site is no way out, but for the blank page.
 * @param leadsTo whole address
 * @param wanted what the site is known to be set to
 */
export function exitFault(origin: string, leadsTo: string, wanted: string | undefined): string[] {
  if (wanted !== undefined && leadsTo !== new URL(wanted, origin).href)
    return [`leads to ${leadsTo}, not ${wanted}`];
  if (!URL.canParse(leadsTo)) return [`leads to ${leadsTo}, which is no address`];
  const { protocol, hostname } = new URL(leadsTo);
  if (hostname === new URL(origin).hostname)
    return leadsTo === `${origin}/away` ? [] : [`leads back to this site: ${leadsTo}`];
  return protocol === 'https:' ? [] : [`leads to ${leadsTo}, which is not https`];
}
