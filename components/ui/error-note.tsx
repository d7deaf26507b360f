import { PageFrame } from './page-frame.tsx';
import { TextLink } from './text-link.tsx';

type ErrorNoteProps = { heading: string; text: string; again: string };

/** In place of a page that broke while it ran: what happened to one's work, and what to do next. */
export function ErrorNote({ heading, text, again }: ErrorNoteProps) {
  return (
    <PageFrame>
      <div role="alert">
        <h1>{heading}</h1>
        <p>{text}</p>
      </div>
      <p>
        {/* An empty address is this page again. */}
        <TextLink href="">{again}</TextLink>
      </p>
    </PageFrame>
  );
}
