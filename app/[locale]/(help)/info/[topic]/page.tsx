import { notFound } from 'next/navigation';
import { InfoScreen } from '#components/help/info/info-screen.tsx';
import { loadInfoWords } from '#lib/i18n/load-info-words.ts';
import { isLocale, routing } from '#lib/i18n/routing.ts';
import { contactPoints } from '#messages/content/contact-points.ts';
import { contentFiles } from '#messages/content/content-files.ts';
import { infoPage } from '#messages/content/info-page.ts';
import { infoFiles } from '#messages/content/info-pages.ts';
import { infoTopics } from '#messages/content/info-topics.ts';

export const dynamicParams = false;

export function generateStaticParams() {
  return routing.locales.flatMap((locale) => infoTopics.map((topic) => ({ locale, topic })));
}

type InfoRouteProps = { params: Promise<{ locale: string; topic: string }> };

/** Pages to read, made once from the content files; the title stays as neutral as everywhere. */
export default async function InfoRoute({ params }: InfoRouteProps) {
  const { locale, topic: asked } = await params;
  const topic = infoTopics.find((one) => one === asked);
  if (!topic || !isLocale(locale)) notFound();
  return (
    <InfoScreen
      topic={topic}
      page={infoPage(infoFiles[topic], locale)}
      points={contactPoints(contentFiles.numbers, locale)}
      words={await loadInfoWords(locale)}
    />
  );
}
