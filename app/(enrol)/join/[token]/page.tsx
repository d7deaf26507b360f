import type { Metadata } from 'next';
import { Join } from '#components/office/enrol/join.tsx';

export const metadata: Metadata = { title: 'Havre' };

type PageProps = { params: Promise<{ token: string }> };

export default async function JoinPage({ params }: PageProps) {
  return <Join token={(await params).token} />;
}
