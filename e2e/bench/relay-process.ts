import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { serveTasks } from './process.ts';

// The anchor: socket.io as it comes, which passes a frame on to the other socket of a pair and stores,
// checks and encrypts nothing. No server that keeps what it promises can be as fast.

type Frame = { frameId: string; blob: Uint8Array };

const server = createServer();
const io = new Server(server, { transports: ['websocket'], serveClient: false });
io.on('connection', (socket) => {
  const room = String(socket.handshake.auth.pair);
  void socket.join(room);
  socket.on('frame', (frame: Frame, acknowledge: (answer: object) => void) => {
    socket.to(room).emit('frame', frame);
    acknowledge({ ok: true });
  });
});
const listening = new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

const tasks = {
  async address(): Promise<string> {
    await listening;
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  },
};
export type RelayTasks = typeof tasks;

serveTasks(tasks);
