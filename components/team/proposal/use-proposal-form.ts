import { useRef, useState } from 'react';
import type { OpenChat } from '#lib/client/desk/desk-view.ts';
import { isFlagged } from '#lib/client/desk/off-the-table.ts';

/** Whether the form stands beside the open chat; another chat, an end, or a flag closes it. */
export function useProposalForm(chat: OpenChat | null) {
  const [formFor, setFormFor] = useState<string | null>(null);
  const formButton = useRef<HTMLButtonElement>(null);
  const isBlocked = !chat || isFlagged(chat) || chat.phase !== 'open';
  const formOpen = !isBlocked && formFor === chat.mailboxId;
  return {
    formOpen,
    formButton,
    setForm(open: boolean) {
      setFormFor(open && chat ? chat.mailboxId : null);
      // Where the form was opened, reading goes on when it closes.
      if (!open) requestAnimationFrame(() => formButton.current?.focus());
    },
  };
}
