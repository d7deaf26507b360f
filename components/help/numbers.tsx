import { useTranslations } from 'next-intl';
import { Panel } from '#components/ui/panel.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { CountryChoice } from '#lib/client/site/who-answers.ts';
import type { ShownNumber } from '#messages/content/shown-numbers.ts';
import { DangerLine } from './danger-line.tsx';
import { useHelpLanguage } from './help-language.tsx';
import { numberLabel } from './number-label.ts';
import styles from './numbers.module.css';

/** One service, with its name and purpose beside every number. */
export function NumberEntry({ entry }: { entry: ShownNumber }) {
  const t = useTranslations('help');
  const languages = entry.languages.map((code) => t(`languageName.${code}`)).join(', ');
  return (
    <li className={styles.entry}>
      <p>
        {t.rich('numbers.entry', {
          service: entry.name,
          purpose: entry.purpose,
          name: (chunks) => <span className={styles.name}>{chunks}</span>,
        })}
      </p>
      <p className={styles.calls}>
        {entry.numbers.map(({ shown, dial }) => (
          <TextLink
            key={dial}
            dir="ltr"
            href={`tel:${dial}`}
            aria-label={numberLabel(entry, shown)}
          >
            {shown}
          </TextLink>
        ))}
        {entry.site ? (
          <TextLink dir="ltr" href={`https://${entry.site}`}>
            {entry.site}
          </TextLink>
        ) : null}
      </p>
      {entry.hours ? (
        <p className={styles.quiet}>{t('numbers.hours', { hours: entry.hours })}</p>
      ) : null}
      {languages ? (
        <p className={styles.quiet}>{t('numbers.languages', { list: languages })}</p>
      ) : null}
      {entry.checkedOn ? (
        <p className={styles.quiet}>{t('numbers.checked', { date: entry.checkedOn })}</p>
      ) : null}
    </li>
  );
}

type NumbersProps = {
  country: CountryChoice | null;
  /** Nobody here can help now: the numbers of the chosen country stand open. */
  needed?: boolean;
};

/**
 * Other services, under the name of their country: 113 is a suicide line in one and the police in
 * another. Once a country is chosen only its own are shown; elsewhere 112, which is all we know.
 */
export function Numbers({ country, needed = false }: NumbersProps) {
  const t = useTranslations('help');
  const { content } = useHelpLanguage();
  const countries = (['BE', 'NL', 'LU'] as const).filter(
    (one) => country === null || one === country,
  );
  if (countries.length === 0) {
    if (!needed) return null;
    return (
      <section className={styles.section}>
        <h2>{t('numbers.heading')}</h2>
        <p>{t('numbers.only112')}</p>
        <DangerLine boxed />
      </section>
    );
  }
  return (
    <section className={styles.section}>
      <h2>{t('numbers.heading')}</h2>
      <div>
        {countries.map((one) => (
          <Panel key={one} summary={t(`country.${one}`)} open={needed && country === one}>
            <ul className={styles.list}>
              {content.numbers
                .filter((entry) => entry.country === one)
                .map((entry) => (
                  <NumberEntry key={entry.id} entry={entry} />
                ))}
            </ul>
            <p className={styles.quiet}>{t('numbers.trace')}</p>
          </Panel>
        ))}
      </div>
    </section>
  );
}
