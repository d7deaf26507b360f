import type { Metadata } from 'next';
import { SetUp } from '#components/office/enrol/set-up.tsx';

/** Says nothing of an organisation: it stands in the history of the browser. */
export const metadata: Metadata = { title: 'Havre' };

type PageProps = { params: Promise<{ token: string }> };

export default async function SetUpPage({ params }: PageProps) {
  return <SetUp token={(await params).token} />;
}
