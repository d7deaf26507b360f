import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import type { cardText } from '#lib/i18n/card-text.ts';
import type { SignalProposal } from '#lib/signals/card-messages.ts';
import { FIELD_NAMES } from '#lib/signals/fields.ts';
import { lessExact } from '#lib/signals/less-exact.ts';
import type { Signal } from '#lib/signals/signal.ts';
import styles from './consent-card.module.css';
import type { Edit } from './edits.ts';

type CardFieldsProps = {
  proposal: SignalProposal;
  signal: Signal;
  lines: ReturnType<typeof cardText>['lines'];
  edits: readonly Edit[];
  onEdits: (edits: readonly Edit[]) => void;
};

const isLessPossible = (signal: Signal, field: Edit['field']): boolean => {
  const value = signal[field];
  return value !== undefined && lessExact(field, value) !== null;
};

/** What would be shared, field by field; each can be left out or made less exact, and brought back. */
export function CardFields({ proposal, signal, lines, edits, onEdits }: CardFieldsProps) {
  const t = useTranslations('signal');
  const gone = FIELD_NAMES.filter(
    (field) => proposal.signal[field] !== undefined && signal[field] === undefined,
  );
  const edit = (field: Edit['field'], how: Edit['how']) => onEdits([...edits, { field, how }]);
  return (
    <>
      <dl className={styles.fields}>
        {lines.map(({ field, name, value, about }) => (
          <div key={field} className={styles.field}>
            <dt>{name}</dt>
            <dd>
              <strong>{value}</strong>
              <span className={styles.about}>{about}</span>
              <span className={styles.tools}>
                <Button onClick={() => edit(field, 'out')}>
                  {t('card.leaveOut', { field: name })}
                </Button>
                {isLessPossible(signal, field) ? (
                  <Button onClick={() => edit(field, 'less')}>
                    {t('card.lessExact', { field: name })}
                  </Button>
                ) : null}
              </span>
            </dd>
          </div>
        ))}
      </dl>
      {gone.length > 0 ? (
        <p>
          {t('card.left', { fields: gone.map((field) => t(`fields.${field}.name`)).join(', ') })}
        </p>
      ) : null}
      {edits.length > 0 ? (
        <div>
          <Button look="link" onClick={() => onEdits(edits.slice(0, -1))}>
            {t('card.undo')}
          </Button>
        </div>
      ) : null}
    </>
  );
}
