import type { ReactNode } from 'react';

/** The one region of a screen that is read aloud when it changes; each sentence once. */
export function Status({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <div role="status" className={className}>
      {children}
    </div>
  );
}
