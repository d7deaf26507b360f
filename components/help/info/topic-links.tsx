import type { InfoTopic } from '#messages/content/info-topics.ts';
import { useHelpLanguage } from '../help-language.tsx';
import styles from './info-links.module.css';

type TopicLinksProps<T extends InfoTopic> = {
  label: string;
  topics: readonly T[];
  /** The page that is open, which needs no link to itself. */
  current: InfoTopic | null;
  name: (topic: T) => string;
  quiet?: boolean;
};

/** Links to some of the information pages, in the language of the page. */
export function TopicLinks<T extends InfoTopic>(props: TopicLinksProps<T>) {
  const { label, topics, current, name, quiet = false } = props;
  const { locale } = useHelpLanguage();
  return (
    <nav aria-label={label} className={quiet ? `${styles.links} ${styles.footer}` : styles.links}>
      {topics
        .filter((topic) => topic !== current)
        .map((topic) => (
          <a key={topic} href={`/${locale}/info/${topic}`}>
            {name(topic)}
          </a>
        ))}
    </nav>
  );
}
