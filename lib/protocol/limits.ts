/** Limits that both sides know. Above a schema's limit an event gets a code and the connection lives. */
export const limits = {
  /** Largest frame of the protocol in bytes: 20 KiB (reading 24). */
  frameBytes: 20 * 1024,
  /** Largest frame of a message without a text, such as DELETE; it has to fit into a beacon. */
  signalBytes: 1024,
  /** Largest event in bytes, all fields together. */
  eventBytes: 96 * 1024,
  /** Largest message of the transport in bytes; above it socket.io closes the connection. */
  transportBytes: 1024 * 1024,
  /** Frames of one waiting person that the server keeps. */
  waitingFrames: 300,
  /** People waiting for one organisation; above it the queue is full for whoever did no work. */
  waitingMailboxes: 200,
  /** Above these it is full for everybody: the places between are for whoever did the work they were asked for. */
  waitingSolved: 250,
  /** Consents that one chat registers: two questions, each asked, answered and changed many times. */
  consentsPerChat: 32,
  /** Days that a conversation is kept after its end; the person is told the last one. */
  closedDays: 30,
  /** Frame ids in one confirmation. */
  confirmIds: 300,
  /** Checkpoint blob in bytes: 4096 padded and 72 of SBX. */
  checkpointBytes: 4168,
  /** What a counsellor keeps beside a conversation: 4096 padded and 72 of SBX. */
  marginBytes: 4168,
  /** A SEALed 32-byte secret in bytes. */
  wrapBytes: 1224,
  /** Longest text of one message in UTF-8 bytes: the largest padding bucket less its 32 of header. */
  textBytes: 16384 - 32,
  /** Team epochs made ahead (reading d). */
  epochsAhead: 35,
  /** Conversations that a desk names in one question; of others it gets everything once more. */
  knownChats: 1000,
  /** Directory entries in one append. */
  appendEntries: 128,
  /** A vault blob in bytes; it must fit into one event. */
  vaultBytes: 80 * 1024,
  /** Largest number of anything that is counted; it fits every column of the database. */
  highest: 1_000_000_000,
  /** Leading zero bits that a sign-in's proof of work needs (reading j). */
  signInWorkBits: 16,
  /** The same for starting a chat, at the most. */
  startWorkBits: 17,
  /** After this long a page sends what it has, in ms. */
  startWorkMs: 20_000,
} as const;
