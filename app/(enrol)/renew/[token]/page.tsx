import type { Metadata } from 'next';
import { Renew } from '#components/office/enrol/renew.tsx';

export const metadata: Metadata = { title: 'Havre' };

type PageProps = { params: Promise<{ token: string }> };

export default async function RenewPage({ params }: PageProps) {
  return <Renew token={(await params).token} />;
}
