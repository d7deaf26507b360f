import { useTranslations } from 'next-intl';
import { ChoiceGroup } from '#components/ui/choice-group.tsx';

export type Feeling = 'better' | 'same' | 'worse';

type FeelingQuestionProps = { value: Feeling | null; onChoose: (feeling: Feeling) => void };

/** Asked before a chat ends, while there is still somebody to tell. Nothing depends on the answer. */
export function FeelingQuestion({ value, onChoose }: FeelingQuestionProps) {
  const t = useTranslations('chat.feel');
  return (
    <ChoiceGroup
      label={t('question')}
      hint={t('hint')}
      choices={(['better', 'same', 'worse'] as const).map((one) => ({ value: one, label: t(one) }))}
      value={value}
      onChoose={onChoose}
    />
  );
}
