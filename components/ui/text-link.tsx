import type { ComponentProps } from 'react';
import styles from './text-link.module.css';

/** A link with room for a thumb. Outside addresses open beside the page and learn nothing of it. */
export function TextLink({ href, ...rest }: ComponentProps<'a'> & { href: string }) {
  const outside = href.startsWith('https:');
  return (
    <a
      {...rest}
      href={href}
      className={styles.link}
      {...(outside ? { target: '_blank', rel: 'noopener noreferrer' } : {})}
    />
  );
}
