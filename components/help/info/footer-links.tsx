import { useTranslations } from 'next-intl';
import { footerTopics, type InfoTopic } from '#messages/content/info-topics.ts';
import { TopicLinks } from './topic-links.tsx';

/** Who we are and what the law asks for, on a quiet line. Never beside a chat, which a press would end. */
export function FooterLinks({ current = null }: { current?: InfoTopic | null }) {
  const t = useTranslations('help.footer');
  return (
    <TopicLinks
      label={t('label')}
      topics={footerTopics}
      current={current}
      name={(topic) => t(topic)}
      quiet
    />
  );
}
