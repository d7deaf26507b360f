import { useTranslations } from 'next-intl';
import { type InfoTopic, readTopics } from '#messages/content/info-topics.ts';
import { TopicLinks } from './topic-links.tsx';

/** Links to the information pages, but the one that is open. */
export function InfoLinks({ current = null }: { current?: InfoTopic | null }) {
  const t = useTranslations('help.info');
  return (
    <TopicLinks
      label={t('label')}
      topics={readTopics}
      current={current}
      name={(topic) => t(topic)}
    />
  );
}
