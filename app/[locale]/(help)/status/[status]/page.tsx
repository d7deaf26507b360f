import { notFound } from 'next/navigation';
import { StatusScreen } from '#components/help/status-screen.tsx';

export const dynamicParams = false;

/** The server shows these in place of a page, with status 404 or 500; nobody goes to them. */
export function generateStaticParams() {
  return [{ status: 'not-found' }, { status: 'error' }];
}

export default async function StatusPage({ params }: { params: Promise<{ status: string }> }) {
  const { status } = await params;
  if (status !== 'not-found' && status !== 'error') notFound();
  return <StatusScreen status={status} />;
}
