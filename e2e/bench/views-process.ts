import { get } from 'node:http';
import { connect, type Socket } from 'node:net';
import { serveTasks } from './process.ts';

// Visitors of a page: connections that stay, each with one question at a time, as light as they can be made.

type Visit = { address: string; path: string; connections: number; seconds: number };

const asked = (path: string, host: string): string =>
  `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nAccept-Encoding: gzip, deflate, br, zstd\r\n\r\n`;

/** Asks again and again until `isOver`. Every answer has as many bytes as the first. @throws if not */
function visitor(socket: Socket, question: string, answerBytes: number, isOver: () => boolean) {
  return new Promise<number>((resolve, reject) => {
    let views = 0;
    let left = answerBytes;
    socket.setNoDelay(true);
    socket.on('error', reject);
    socket.on('data', (part) => {
      left -= part.byteLength;
      if (left < 0) reject(new Error('an answer is longer than the first'));
      if (left !== 0) return;
      views += 1;
      left = answerBytes;
      if (!isOver()) return void socket.write(question);
      socket.end();
      resolve(views);
    });
    socket.write(question);
  });
}

/** Bytes of one whole answer: what stands above the page, and the page. */
async function bytesOfAnswer(host: string, port: number, question: string): Promise<number> {
  const socket = connect(port, host);
  const answer = await new Promise<Buffer>((resolve, reject) => {
    let all = Buffer.alloc(0);
    socket.on('error', reject);
    socket.on('data', (part) => {
      all = Buffer.concat([all, part]);
      const head = all.indexOf('\r\n\r\n');
      const length = /content-length: (\d+)/i.exec(
        all.toString('latin1', 0, Math.max(0, head)),
      )?.[1];
      if (length === undefined) return;
      if (all.byteLength === head + 4 + Number(length)) resolve(all);
    });
    socket.write(question);
  });
  socket.destroy();
  if (!answer.toString('latin1', 0, 15).startsWith('HTTP/1.1 200')) throw new Error('not a page');
  return answer.byteLength;
}

const tasks = {
  /** The body as a browser gets it. */
  fetchBytes({ address, path }: Pick<Visit, 'address' | 'path'>): Promise<Uint8Array> {
    const headers = { 'accept-encoding': 'gzip, deflate, br, zstd' };
    return new Promise((resolve, reject) => {
      get(address + path, { headers }, (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('end', () => resolve(Buffer.concat(parts)));
      }).on('error', reject);
    });
  },
  /** @returns views a second, counted until the last visitor has their answer */
  async visit({ address, path, connections, seconds }: Visit): Promise<number> {
    const { hostname, port, host } = new URL(address);
    const question = asked(path, host);
    const answerBytes = await bytesOfAnswer(hostname, Number(port), question);
    const started = performance.now();
    const isOver = () => performance.now() - started >= seconds * 1000;
    const visitors = Array.from({ length: connections }, () =>
      visitor(connect(Number(port), hostname), question, answerBytes, isOver),
    );
    const views = await Promise.all(visitors);
    return (views.reduce((sum, one) => sum + one, 0) / (performance.now() - started)) * 1000;
  },
};
export type ViewTasks = typeof tasks;

serveTasks(tasks);
