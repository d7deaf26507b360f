/**
 * Lets the page answer whatever was pressed meanwhile. A message, not a timer: browsers slow the timers of a page
 * that nobody looks at down to one a minute.
 */
export function breathe(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
