import { Agent, type IncomingHttpHeaders, request } from 'node:http';

export type Sent = { status: number; headers: IncomingHttpHeaders; body: string };

/** What is asked: a path may be anything that HTTP lets through. */
export type Asked = {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string | Uint8Array | null;
};

/** A client that sends paths and headers as they are; a closed connection has the status 0. */
export function httpClient(address: string): { send(asked: Asked): Promise<Sent>; close(): void } {
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  const { hostname, port } = new URL(address);
  return {
    close: () => agent.destroy(),
    send: ({ method, path, headers, body }) =>
      new Promise((resolve) => {
        const closed: Sent = { status: 0, headers: {}, body: '' };
        const options = { agent, hostname, port, method, path, headers, timeout: 30_000 };
        const sending = request(options, (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('error', () => resolve(closed));
          response.on('end', () => {
            const { statusCode: status = 0, headers: got } = response;
            resolve({ status, headers: got, body: Buffer.concat(chunks).toString('latin1') });
          });
        });
        sending.on('error', () => resolve(closed));
        sending.on('timeout', () => sending.destroy());
        sending.end(body ?? undefined);
      }),
  };
}
