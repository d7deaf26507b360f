import { useState } from 'react';
import type { SiteSettings } from '#lib/protocol/site-settings.ts';
import { draftOf, type SettingsDraft } from './hours-draft.ts';
import { type DraftPart, mergeDraft, partsChanged, publishSame } from './hours-merge.ts';

type Edit = {
  /** What was published when this was written. */
  base: SettingsDraft;
  mine: SettingsDraft;
  overtaken: readonly DraftPart[];
};

const untouched: readonly DraftPart[] = [];

/** The public settings while somebody changes them and colleagues may publish others. */
export function useSettingsDraft(settings: SiteSettings) {
  const [edit, setEdit] = useState<Edit | null>(null);
  const published = draftOf(settings);
  const merged = edit ? mergeDraft(edit.base, edit.mine, published) : null;
  const draft = merged?.draft ?? published;
  const overtaken =
    merged && edit ? [...new Set([...edit.overtaken, ...merged.overtaken])] : untouched;
  return {
    draft,
    /** Where a colleague was faster: theirs is shown, until it is changed again. */
    overtaken,
    unsaved: !publishSame(draft, published),
    change(next: SettingsDraft) {
      const again = partsChanged(draft, next);
      const left = overtaken.filter((part) => !again.includes(part));
      setEdit({ base: published, mine: next, overtaken: left });
    },
    /** After it was published; what was changed since then stays. */
    done: () => setEdit((now) => (now === edit ? null : now)),
  };
}
