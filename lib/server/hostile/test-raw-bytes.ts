import fc from 'fast-check';
import { sendRaw } from '../test-server.ts';
import { count, type HuntRecord, violate } from './test-record.ts';

// Bytes that no client of ours would send, written on the socket as they are.

const handshake = (more = '') =>
  `GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n${more}\r\n`;

/** One frame of a browser: masked with zeros. @param opcode 1 text, 2 binary, 8 close, 9 ping */
function wsFrame(opcode: number, payload: Buffer, flags = 0x80): Buffer {
  const { length } = payload;
  const head = length < 126 ? [0x80 | length] : [0x80 | 126, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([flags | opcode, ...head, 0, 0, 0, 0]), payload]);
}

const packets = [
  '40/help,',
  '40/team,',
  '40',
  '40/nowhere,{"a":1}',
  '40/help,\x1e40/help,',
  '40/help,[1]',
  '40/help,{"__proto__":{"a":1}}',
  '41/help,',
  '42/help,["mailbox:open",{}]',
  '42/help,0["mailbox:open",{}]',
  '42/help,99999999999999999999["mailbox:open",{}]',
  '42/help,1["connect"]',
  '42/help,1["disconnecting"]',
  '42/help,1[7]',
  '42/help,1[null]',
  '42/help,1[{"_placeholder":true,"num":0}]',
  '42/help,1{"a":1}',
  '42/help,1["x"',
  '43/help,1[]',
  '43/help,1[{"ok":true}]',
  '44/help,{"message":"x"}',
  '45/help,',
  '451-/help,["x",{"_placeholder":true,"num":0}]',
  '451-/help,["x",{"_placeholder":true,"num":9}]',
  '452-/help,1["x",{"_placeholder":true,"num":0}]',
  '45401-/help,["x"]',
  '45-1-/help,["x"]',
  '451000000-/help,1["frame:send",{"_placeholder":true,"num":0}]',
  '461-/help,1[{"_placeholder":true,"num":0}]',
  '49/help,',
  '4',
  '2probe',
  '3probe',
  '3',
  '5',
  '6',
  '1',
  '0{}',
  '9',
  'bAAAA',
  '',
  `42/help,1["x",${'['.repeat(3000)}${']'.repeat(3000)}]`,
  `451-/help,1["x",${'['.repeat(9000)}{"_placeholder":true,"num":0}${']'.repeat(9000)}]`,
];

const packet = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...packets) },
  { weight: 2, arbitrary: fc.string({ maxLength: 60 }) },
  { weight: 2, arbitrary: fc.string({ maxLength: 40 }).map((text) => `42/help,1${text}`) },
  { weight: 1, arbitrary: fc.json().map((json) => `42/help,5["frame:send",${json}]`) },
);

const attachment = fc.uint8Array({ maxLength: 40 }).map((bytes) => wsFrame(2, Buffer.from(bytes)));
const text = packet.map((one) => wsFrame(1, Buffer.from(one)));
const broken = fc.constantFrom(
  wsFrame(1, Buffer.from([0xff, 0xfe])),
  wsFrame(3, Buffer.from('x')),
  wsFrame(0, Buffer.from('x')),
  wsFrame(1, Buffer.from('4'), 0x00),
  wsFrame(1, Buffer.from('x'), 0xf0),
  wsFrame(9, Buffer.alloc(126)),
  wsFrame(8, Buffer.from([3])),
  wsFrame(8, Buffer.from([0, 0])),
  Buffer.from([0x81, 0xff, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]),
  Buffer.from([0x81, 0x05, 1, 2, 3]),
  Buffer.from('GET / HTTP/1.1\r\n\r\n'),
);

const session = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: text },
    { weight: 2, arbitrary: attachment },
    { weight: 1, arbitrary: broken },
  ),
  { minLength: 1, maxLength: 12 },
);

/** WebSockets on which nonsense is written; each ends with our own close, so none stays. */
export async function writeNonsense(
  address: string,
  times: number,
  seed: number,
  record: HuntRecord,
): Promise<void> {
  const goodbye = wsFrame(8, Buffer.from([3, 232]));
  for (const frames of fc.sample(session, { numRuns: times, seed })) {
    record.sent += frames.length;
    const hello = wsFrame(1, Buffer.from('40/help,'));
    const bytes = Buffer.concat([Buffer.from(handshake()), hello, ...frames, goodbye]);
    const answer = await sendRaw(address, bytes);
    count(record, `websocket ${answer.status}`);
    if (answer.status !== 101) violate(record, `a handshake was answered ${answer.status}`);
  }
}

const badHandshakes = [
  handshake().replace('Sec-WebSocket-Version: 13', 'Sec-WebSocket-Version: 7'),
  handshake().replace(/Sec-WebSocket-Key.*\r\n/, ''),
  handshake().replace('Upgrade: websocket\r\n', 'Upgrade: h2c\r\n'),
  handshake('Origin: https://elsewhere.example\r\n'),
  handshake('Sec-Fetch-Site: cross-site\r\n'),
  handshake('Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits=99\r\n'),
  handshake('Sec-WebSocket-Protocol: ,,,\r\n'),
  handshake().replace('EIO=4', 'EIO=3'),
  handshake().replace('EIO=4', 'EIO=4&EIO=4'),
  handshake().replace('transport=websocket', 'transport=webtransport'),
  handshake().replace('transport=websocket', 'transport=websocket&sid=constructor'),
  handshake().replace('transport=websocket', 'transport=websocket&sid=__proto__&sid=x'),
  handshake().replace('/socket.io/', '/nl'),
  handshake().replace('/socket.io/', '/_next/webpack-hmr'),
  handshake().replace('GET', 'POST'),
  'CONNECT example.org:443 HTTP/1.1\r\nHost: a\r\n\r\n',
  'GET http://elsewhere.example/nl HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n',
  'GET /nl HTTP/1.1\r\nConnection: close\r\n\r\n',
  'GET /nl HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n',
  'GET /nl HTTP/1.0\r\n\r\n',
  'GET /nl HTTP/9.9\r\n\r\n',
  'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
  'POST /left HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
  'POST /left HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n',
  'POST /left HTTP/1.1\r\nHost: a\r\nContent-Length: 1e9\r\n\r\n',
  'POST /left HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999\r\n\r\n',
  'POST /left HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n\r\n',
  'POST /left HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip, chunked\r\nConnection: close\r\n\r\n0\r\n\r\n',
  `GET /nl HTTP/1.1\r\nHost: a\r\nX: ${'y'.repeat(20_000)}\r\n\r\n`,
  `GET /nl HTTP/1.1\r\nHost: a\r\n${'X: y\r\n'.repeat(300)}Connection: close\r\n\r\n`,
  `GET /${'a'.repeat(9000)} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`,
  'GET /%00 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n',
  'GET /nl\x00 HTTP/1.1\r\nHost: a\r\n\r\n',
  '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03',
  '\r\n\r\n\r\n',
];

/** Handshakes and requests that are not what they say: each ends, with a status or without. */
export async function shakeHandsBadly(address: string, record: HuntRecord): Promise<void> {
  const outcomes = await Promise.all(badHandshakes.map((one) => sendRaw(address, one, 120_000)));
  for (const [i, { status, ended }] of outcomes.entries()) {
    record.sent += 1;
    count(record, `raw ${status}`);
    const what = JSON.stringify(badHandshakes[i]?.slice(0, 90));
    // What does shake hands is told to go when it joins nothing.
    if (status >= 500) violate(record, `${what} was answered ${status}`);
    if (!ended) violate(record, `${what} stayed open`);
  }
}
