import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Field as TextField } from '#components/ui/field.tsx';
import type { Margin } from '#lib/client/desk/margin.ts';
import type { Field } from '#lib/signals/fields.ts';
import { fillIn, isAskable, offeredCodes } from '#lib/signals/fill-in.ts';
import { withIndicators } from '#lib/signals/indicators/dimensions.ts';
import type { Signal } from '#lib/signals/signal.ts';
import { CodeChoices } from './code-choices.tsx';
import { IndicatorList } from './indicator-list.tsx';
import styles from './proposal-form.module.css';

/** In the order in which a conversation tells it. */
const GROUPS = {
  who: ['country', 'region', 'age_band', 'gender'],
  what: ['exploitation', 'sex_exploitation_form', 'labour_sector', 'venue_type'],
  began: ['recruiter_relation', 'recruitment_method', 'recruitment_platform'],
  holds: ['means_of_control', 'exploitation_platform'],
  rest: ['movement', 'duration_band', 'perpetrator_count'],
} as const satisfies Record<string, readonly Field[]>;

const countIn = (signal: Signal, group: keyof typeof GROUPS): number =>
  GROUPS[group].filter((field) => signal[field] !== undefined).length;

type ProposalFieldsProps = { margin: Margin; onMargin: (change: Partial<Margin>) => void };

/** The coded fields in groups that fold, with one search over all of them that stays in reach. */
export function ProposalFields({ margin, onMargin }: ProposalFieldsProps) {
  const t = useTranslations('team.desk.signal');
  const [search, setSearch] = useState('');
  const { signal, scope, ticked } = margin;
  const keep = (next: Signal) => onMargin({ signal: withIndicators(next, ticked) });
  const wanted = search.trim().toLowerCase();
  return (
    <>
      <div className={styles.search}>
        <TextField
          label={t('search')}
          hint={t('searchHint')}
          type="search"
          autoComplete="off"
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
      </div>
      {(Object.keys(GROUPS) as (keyof typeof GROUPS)[]).map((group) => (
        <details key={group} open className={styles.group}>
          <summary>
            <h3>{t(`groups.${group}`)}</h3>
            <span className={styles.quiet}>{t('filled', { count: countIn(signal, group) })}</span>
          </summary>
          {GROUPS[group].map((field) =>
            isAskable(signal, scope, field) ? (
              <CodeChoices
                key={field}
                field={field}
                signal={signal}
                offered={offeredCodes(signal, scope, field)}
                search={wanted}
                onChange={(value) => keep(fillIn(signal, scope, field, value))}
              />
            ) : null,
          )}
        </details>
      ))}
      {signal.exploitation ? (
        <IndicatorList
          margin={margin}
          search={wanted}
          onTick={(next) => onMargin({ ticked: next, signal: withIndicators(signal, next) })}
        />
      ) : null}
    </>
  );
}
