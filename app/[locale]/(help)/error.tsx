'use client';

import { StatusScreen } from '#components/help/status-screen.tsx';

/** A fault while this page was running; its words and the way out are still there. */
export default function HelpError() {
  return <StatusScreen status="error" />;
}
