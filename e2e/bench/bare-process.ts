import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serveTasks } from './process.ts';

// The anchor of page views: Node's HTTP server as it comes, which knows one answer and no header.

let bytes = Buffer.alloc(0);
const server = createServer((_request, response) => {
  response.end(bytes);
});
const listening = new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

const tasks = {
  /** @returns its address; from now on it answers with these bytes */
  async answerWith(answer: Uint8Array): Promise<string> {
    bytes = Buffer.from(answer);
    await listening;
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  },
};
export type BareTasks = typeof tasks;

serveTasks(tasks);
