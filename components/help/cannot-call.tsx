import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { Panel } from '#components/ui/panel.tsx';
import type { CountryChoice } from '#lib/client/site/who-answers.ts';
import styles from './danger-line.module.css';
import { useHelpLanguage } from './help-language.tsx';

type CannotCallProps = {
  country: CountryChoice | null;
  /** Puts the chat among the urgent ones; null where that was done already, or no chat can begin. */
  onDanger: (() => void) | null;
  /** There is a chat, now or next, in which the place could be written. */
  hasChat?: boolean;
  /** The chat has not begun: one more screen comes first. */
  isBefore?: boolean;
  bare?: boolean;
  /** Nobody of ours reads now: whoever is in danger must not wait for us. */
  isNobodyHere?: boolean;
};

/** For somebody in danger who cannot speak: what to do, what we see, and what an app gives away. */
export function CannotCall(props: CannotCallProps) {
  const { country, onDanger, isBefore = false, bare = false, isNobodyHere = false } = props;
  const { hasChat = true } = props;
  const t = useTranslations('help.danger');
  const place = useTranslations('help');
  const { content } = useHelpLanguage();
  const apps = content.apps
    .filter((app) => country === null || app.country === country)
    .map(({ name, country: of }) =>
      // No country said: an app of another one would not help.
      country === null && of !== 'EU' ? `${name} (${place(`country.${of}`)})` : name,
    );
  return (
    <Panel summary={t('mute')} bare={bare}>
      {isNobodyHere ? (
        <p>
          <strong>{t('nobody')}</strong>
        </p>
      ) : null}
      <p>{t('place')}</p>
      {isNobodyHere || !hasChat ? null : <p>{t('where')}</p>}
      {apps.length > 0 ? (
        <p>
          {t('app', { apps: apps.join(', ') })} {t('appSees')}
        </p>
      ) : null}
      {onDanger && !isNobodyHere ? (
        <div className={styles.flag}>
          <Button onClick={onDanger}>{t('flag')}</Button>
          <p>
            {t('flagHint')} {isBefore ? t('flagNext') : null}
          </p>
        </div>
      ) : null}
      <p>
        {isNobodyHere ? null : t('free')} {t('trace')}
      </p>
    </Panel>
  );
}
