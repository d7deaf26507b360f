import { useTranslations } from 'next-intl';
import { type RefObject, useEffect, useId, useRef } from 'react';
import { Button } from '#components/ui/button.tsx';
import styles from './keyboard-help.module.css';

/** What opens and closes the panel; the focus comes back to it. */
export type KeyboardHelpSwitch = {
  open: boolean;
  button: RefObject<HTMLButtonElement | null>;
  toggle: () => void;
};

/** Which keys do what; a panel in the flow. */
export function KeyboardHelp({ onClose }: { onClose: () => void }) {
  const t = useTranslations('team.desk.keys');
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const rows: [string[], string][] = [
    [['F2'], t('waiting')],
    [['F8'], t('unread')],
    [['F9'], t('box')],
    [[t('alt'), '↓'], t('next')],
    [[t('alt'), '↑'], t('previous')],
    [[t('enter')], t('sendKey')],
    [[t('shift'), t('enter')], t('newLine')],
  ];
  return (
    <section
      className={styles.help}
      aria-labelledby={id}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <h2 id={id} ref={heading} tabIndex={-1}>
        {t('heading')}
      </h2>
      <dl className={styles.rows}>
        {rows.map(([keys, what]) => (
          <div key={what} className={styles.row}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <Button onClick={onClose}>{t('close')}</Button>
    </section>
  );
}
