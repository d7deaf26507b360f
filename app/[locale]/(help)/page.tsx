import { HelpApp } from '#components/help/help-app.tsx';

/** Start, waiting and chat: one page and one address, so that the history tells nothing. */
export default function HelpPage() {
  return <HelpApp />;
}
