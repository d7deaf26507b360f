import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import type { Newcomer } from '#lib/client/office/member-rows.ts';
import type { AppLocale } from '#lib/i18n/routing.ts';
import { ConfirmButton } from './confirm-button.tsx';
import { RenewButton } from './member-actions.tsx';
import styles from './people.module.css';
import { WordLanguageChoice } from './word-language.tsx';

type NewcomerCardProps = {
  newcomer: Newcomer;
  canCertify: boolean;
  busy: boolean;
  onApprove: () => void;
  onRefuse: () => void;
  /** They lost what they just made, too. */
  onRenew: () => void;
};

/** Somebody who joined by a link: their five words, to be compared with a voice that one knows. */
export function NewcomerCard(props: NewcomerCardProps) {
  const { newcomer, canCertify, busy, onApprove, onRefuse, onRenew } = props;
  const t = useTranslations('office');
  const locale = useLocale();
  const [language, setLanguage] = useState<AppLocale>(locale);
  const { name, loginName, role, words } = newcomer;
  return (
    <article className={styles.newcomer} aria-label={name}>
      <p>
        <strong>{name}</strong>, {loginName}, {t(`people.role.${role}`)}
      </p>
      {words ? (
        <>
          <ol
            aria-label={t('pending.words', { name })}
            className={styles.words}
            translate="no"
            lang={language}
          >
            {words(language).map((word, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a word may come twice
              <li key={i}>{word}</li>
            ))}
          </ol>
          <WordLanguageChoice
            label={t('pending.language')}
            value={language}
            names={(one) => t(`languages.${one}`)}
            onChoose={setLanguage}
          />
        </>
      ) : (
        <p>{t('pending.unreadable', { name })}</p>
      )}
      <div className={styles.actions}>
        {words && canCertify ? (
          <Button look="primary" aria-disabled={busy} onClick={onApprove}>
            {t('pending.approve', { name })}
          </Button>
        ) : null}
        <ConfirmButton
          label={t('pending.refuse', { name })}
          question={t('pending.refuseQuestion')}
          confirm={t('pending.refuseNow')}
          cancel={t('people.cancel')}
          busy={busy}
          onConfirm={onRefuse}
        />
        {canCertify ? <RenewButton name={name} busy={busy} onRenew={onRenew} /> : null}
      </div>
    </article>
  );
}
