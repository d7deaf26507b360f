import type { ComponentProps } from 'react';
import styles from './button.module.css';

export type ButtonLook = {
  /** `primary`: the one thing to do next. `quiet`: looks like a link, acts like a button. `link`: so, in a text. */
  look?: 'primary' | 'secondary' | 'quiet' | 'link';
  /** The whole width of its column. */
  wide?: boolean;
};

/** Class names of a button, for links that must look like one. */
export function buttonClass({ look = 'secondary', wide = false }: ButtonLook): string {
  return [styles.button, styles[look], wide ? styles.wide : ''].filter(Boolean).join(' ');
}

/** A native button that never submits a form unless told so. */
export function Button({
  look,
  wide,
  type = 'button',
  ...rest
}: ButtonLook & ComponentProps<'button'>) {
  return <button {...rest} type={type} className={buttonClass({ look, wide })} />;
}
