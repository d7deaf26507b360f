import type { MailboxId } from '#lib/protocol/ids.ts';

/**
 * [Note: In step] After a connection was lost the desk asks what happened meanwhile. A fact that arrives
 * before that answer tells of something whose past is not known here yet: a frame taken in before the
 * frames in front of it would stand in the wrong place, and seventeen of them would end the session.
 */
export type InStep = {
  /** Runs `work` as soon as everything before it is known. */
  run: (mailboxId: MailboxId, work: () => void) => void;
  /** All is asked for anew; nothing is known until that answer has come. @returns which asking it is */
  begin: () => number;
  /** The newest asking. */
  asking: () => number;
  /** The connection is gone, and what it told before its answer with it. */
  lost: () => void;
  /** The answer has come. Ignored when there was a newer asking. */
  known: (asking: number) => void;
  /** Something that had to wait may be possible now. */
  flush: () => void;
  /** Resolves when all is known; at once when it is already. */
  caughtUp: () => Promise<void>;
};

/** @param isBusy a mailbox whose own request is on its way; its answer comes first */
export function createInStep(isBusy: (mailboxId: MailboxId) => boolean): InStep {
  let newest = 0;
  let isKnown = false;
  let facts: { mailboxId: MailboxId; work: () => void }[] = [];
  let waiting: (() => void)[] = [];

  function flush(): void {
    if (!isKnown) return;
    const due = facts.filter(({ mailboxId }) => !isBusy(mailboxId));
    facts = facts.filter(({ mailboxId }) => isBusy(mailboxId));
    for (const { work } of due) work();
  }

  return {
    run(mailboxId, work) {
      if (isKnown && !isBusy(mailboxId)) work();
      else facts.push({ mailboxId, work });
    },
    begin() {
      isKnown = false;
      facts = facts.filter(({ mailboxId }) => isBusy(mailboxId));
      newest += 1;
      return newest;
    },
    asking: () => newest,
    lost() {
      isKnown = false;
      facts = [];
    },
    known(asked) {
      if (asked !== newest) return;
      isKnown = true;
      flush();
      const resolved = waiting;
      waiting = [];
      for (const resolve of resolved) resolve();
    },
    flush,
    caughtUp: () =>
      isKnown ? Promise.resolve() : new Promise((resolve) => void waiting.push(resolve)),
  };
}
