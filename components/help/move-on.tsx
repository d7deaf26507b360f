import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import type { Moving } from './chat-sentences.ts';

/** There is no way to somebody else now: then the numbers stand open. */
export const isShut = (moving: Moving): boolean =>
  moving === 'full' || moving === 'closed' || moving === 'failed';

type MoveOnProps = { moving: Moving; onSomeoneElse: () => void };

/** The way to somebody else, where the counsellor is gone. */
export function MoveOn({ moving, onSomeoneElse }: MoveOnProps) {
  const t = useTranslations('chat.moveOn');
  // Still there while it works: whoever stands on it with a keyboard is not thrown off.
  return (
    <div>
      <Button aria-disabled={moving === 'starting'} onClick={onSomeoneElse}>
        {t('button')}
      </Button>
    </div>
  );
}
