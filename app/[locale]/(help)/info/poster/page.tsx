import { notFound } from 'next/navigation';
import { PosterScreen } from '#components/help/info/poster-screen.tsx';
import { loadInfoWords } from '#lib/i18n/load-info-words.ts';
import { isLocale } from '#lib/i18n/routing.ts';
import { infoPage } from '#messages/content/info-page.ts';
import { infoFiles } from '#messages/content/info-pages.ts';

type PosterRouteProps = { params: Promise<{ locale: string }> };

/** A page to print for a classroom. */
export default async function PosterRoute({ params }: PosterRouteProps) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const words = await loadInfoWords(locale);
  return <PosterScreen page={infoPage(infoFiles.poster, locale)} words={words} />;
}
