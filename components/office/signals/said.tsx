import { useSignalText } from '#components/conversation/use-signal-text.ts';
import { filledFields, type Signal } from '#lib/signals/signal.ts';

/** The codes of a signal in plain words. */
export function Said({ signal }: { signal: Signal }) {
  const text = useSignalText();
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
