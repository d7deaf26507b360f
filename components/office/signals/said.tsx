import { filledFields, type Signal } from '#lib/signals/signal.ts';
import { useStaffText } from './use-staff-text.ts';

/** The codes of a signal in plain words. */
export function Said({ signal }: { signal: Signal }) {
  const text = useStaffText();
  return (
    <ul>
      {filledFields(signal).map((field) => (
        <li key={field}>
          {text.name(field)}: <strong>{text.value(signal, field)}</strong>
        </li>
      ))}
    </ul>
  );
}
