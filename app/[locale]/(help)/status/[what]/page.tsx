import { StatusScreen } from '#components/help/status-screen.tsx';

export const dynamicParams = false;

export function generateStaticParams() {
  return [{ what: 'not-found' }, { what: 'error' }];
}

type StatusProps = { params: Promise<{ what: string }> };

/** Shown in place of an address that does not exist, and of a page that failed (`lib/server/http`). */
export default async function StatusPage({ params }: StatusProps) {
  const { what } = await params;
  return <StatusScreen status={what === 'error' ? 'error' : 'not-found'} />;
}
