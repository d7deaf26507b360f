import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import type { CountryChoice } from '#lib/client/site/who-answers.ts';
import type { Moving } from './chat-sentences.ts';
import { Numbers } from './numbers.tsx';

type MoveOnProps = {
  moving: Moving;
  country: CountryChoice | null;
  onSomeoneElse: () => void;
};

/** The way to somebody else, where the counsellor is gone; where it is shut, the numbers stand open. */
export function MoveOn({ moving, country, onSomeoneElse }: MoveOnProps) {
  const t = useTranslations('chat.moveOn');
  const isRefused = moving === 'full' || moving === 'closed' || moving === 'failed';
  return (
    <>
      {/* Still there while it works: whoever stands on it with a keyboard is not thrown off. */}
      <div>
        <Button aria-disabled={moving === 'starting'} onClick={onSomeoneElse}>
          {t('button')}
        </Button>
      </div>
      {isRefused ? <Numbers country={country} needed /> : null}
    </>
  );
}
