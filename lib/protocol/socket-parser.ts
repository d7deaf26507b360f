import { Decoder, Encoder, PacketType } from 'socket.io-parser';
import { limits } from './limits.ts';

/**
 * [Note: Attachments] Each byte field of an event travels as an attachment of its own, and socket.io
 * refuses more than ten: a queue of eleven people, or seals for eleven devices, would end the
 * connection. Both sides therefore use these parsers. More attachments may not mean more memory, so the
 * server counts the bytes of the whole event against the limit of the transport.
 *
 * Each request to join a namespace costs kilobytes before anything is asked, and 100,000 of them fit into
 * one message: a page sends one, and again after it signed in.
 */
const fromClients = { attachments: 400, bytes: limits.transportBytes, joins: 16 };
/**
 * Our own server's answers: a counsellor's whole archive may come at once. A page keeps its decoder through
 * all its connections, and each of them is answered with a join: a limit would be how often a phone may lose
 * its line before it never comes back.
 */
const fromServer = {
  attachments: 1_000_000,
  bytes: Number.POSITIVE_INFINITY,
  joins: Number.POSITIVE_INFINITY,
};

const joinPacket = String(PacketType.CONNECT);

function parserFor({ attachments, bytes, joins }: typeof fromClients) {
  class BoundedDecoder extends Decoder {
    #received = 0;
    #joined = 0;

    constructor() {
      super({ maxAttachments: attachments });
    }

    /** @throws above the limit; socket.io then closes the connection, as for any broken packet. */
    override add(part: unknown): void {
      if (typeof part === 'string') this.#received = part.length;
      else if (part instanceof ArrayBuffer || ArrayBuffer.isView(part)) {
        this.#received += part.byteLength;
      }
      if (this.#received > bytes) throw new Error('event above the limit of the transport');
      if (typeof part === 'string' && part.startsWith(joinPacket)) this.#joined += 1;
      if (this.#joined > joins) throw new Error('more namespaces than a page has');
      super.add(part);
    }
  }
  return { Encoder, Decoder: BoundedDecoder };
}

/** Option `parser` of the server. */
export const serverParser = parserFor(fromClients);
/** Option `parser` of every client. */
export const clientParser = parserFor(fromServer);
