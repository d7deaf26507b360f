import { useTranslations } from 'next-intl';
import { Fragment, useSyncExternalStore } from 'react';
import { QrCode } from '#components/ui/qr-code.tsx';
import info from './info.module.css';
import styles from './poster.module.css';

const never = () => () => {};

/**
 * The address of this installation, read off the page's own: the file is the same for everyone, on whichever
 * address it is served. Null in the HTML that is sent.
 */
const useOwnAddress = () =>
  useSyncExternalStore(
    never,
    () => location.origin,
    () => null,
  );

const strips = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

const sentencesOf = (line: string) => line.match(/[^.?]+[.?]*/g)?.map((one) => one.trim()) ?? [];

/** The sheet to hang up. A strip bears the address and no other word: it may be found in a pocket. */
export function PosterSheet({ title, lines }: { title: string; lines: readonly string[] }) {
  const t = useTranslations('info.poster');
  const address = useOwnAddress();
  return (
    <section className={styles.sheet} aria-label={t('sheet')}>
      <h2>{title}</h2>
      {lines.map((line) => (
        <p key={line}>
          {sentencesOf(line).map((sentence) => (
            <Fragment key={sentence}>
              <span className={styles.sentence}>{sentence}</span>{' '}
            </Fragment>
          ))}
        </p>
      ))}
      {address === null ? (
        <p className={info.screenOnly}>{t('noScript')}</p>
      ) : (
        <>
          <div className={styles.code}>
            <QrCode text={address} label={t('code')} />
            <p className={styles.address}>{new URL(address).host}</p>
          </div>
          <div className={styles.strips} aria-hidden="true">
            {strips.map((strip) => (
              <span key={strip}>{new URL(address).host}</span>
            ))}
          </div>
        </>
      )}
    </section>
  );
}
