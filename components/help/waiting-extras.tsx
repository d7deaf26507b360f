import { useTranslations } from 'next-intl';
import { ChoiceGroup } from '#components/ui/choice-group.tsx';
import type { CountryChoice } from '#lib/client/site/who-answers.ts';
import { CannotCall } from './cannot-call.tsx';
import styles from './chat-screen.module.css';
import { Numbers } from './numbers.tsx';

/** What a person may say of their age; said or not, help is the same. */
export type AgeChoice = 'under-18' | 'adult' | 'not-said';

type WaitingExtrasProps = {
  org: string;
  country: CountryChoice | null;
  age: AgeChoice | null;
  inDanger: boolean;
  onAge: (age: AgeChoice) => void;
  onDanger: () => void;
};

/** While nobody has answered: who reads, what keeps the chat, one optional question, other help. */
export function WaitingExtras(props: WaitingExtrasProps) {
  const { org, country, age, inDanger, onAge, onDanger } = props;
  const t = useTranslations('chat');
  return (
    <>
      <div className={styles.quiet}>
        <p>{t('wait.readers', { org })}</p>
        <p>
          {t('wait.keepOpen')} {t('wait.read')}
        </p>
      </div>
      <ChoiceGroup
        label={t('age.question')}
        hint={t('age.hint')}
        choices={[
          { value: 'under-18', label: t('age.under') },
          { value: 'adult', label: t('age.adult') },
          { value: 'not-said', label: t('age.rather') },
        ]}
        value={age}
        onChoose={onAge}
      />
      <div>
        <CannotCall country={country} onDanger={inDanger ? null : onDanger} />
      </div>
      <Numbers country={country} />
    </>
  );
}
