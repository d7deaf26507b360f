import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import styles from './office.module.css';

type CopyButtonProps = { text: string; label: string; copied: string };

/** Puts a text on the clipboard and says so; selecting by hand always works as well. */
export function CopyButton({ text, label, copied }: CopyButtonProps) {
  const [done, setDone] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text).then(
      () => setDone(true),
      () => setDone(false),
    );
  };
  return (
    <>
      <Button onClick={() => void copy()}>{label}</Button>
      <span role="status" className={styles.news}>
        {done ? copied : null}
      </span>
    </>
  );
}
