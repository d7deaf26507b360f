import type { ReactNode } from 'react';

/**
 * The one region of a screen that is read aloud when it changes. Not atomic: a sentence that was there
 * already is not said again because another one joined it.
 */
export function Status({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <div role="status" aria-atomic="false" className={className}>
      {children}
    </div>
  );
}
