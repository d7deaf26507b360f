import { expect, test } from 'vitest';
import { createCounters } from './counters.ts';
import { createLog, type LogEntry } from './log.ts';

function collect() {
  const lines: string[] = [];
  const log = createLog(
    (line) => lines.push(line),
    () => new Date('2025-01-02T03:04:05Z'),
  );
  return { lines, log };
}

test('a line is one JSON object with the time and the fields of its event', () => {
  const { lines, log } = collect();
  log.write({ event: 'server_started', port: 3000, kind: 'demo', database: 'embedded' });
  expect(JSON.parse(lines[0] ?? '')).toEqual({
    time: '2025-01-02T03:04:05.000Z',
    event: 'server_started',
    port: 3000,
    kind: 'demo',
    database: 'embedded',
  });
});

test('a field that is not on the list is not written, even when the object carries it', () => {
  const { lines, log } = collect();
  const entry: LogEntry & Record<string, unknown> = {
    event: 'server_stopping',
    signal: 'SIGTERM',
    address: '203.0.113.9',
    userAgent: 'planted-agent',
    token: 'planted-token',
    body: 'planted-body',
  };
  expect(JSON.stringify(entry)).toContain('planted-token');
  log.write(entry);
  expect(lines[0]).not.toMatch(/203\.0\.113\.9|planted/);
});

test('an error keeps its name, code and place, and loses its message', () => {
  const { lines, log } = collect();
  class QueryError extends Error {
    code = 'P2002';
  }
  const error = new QueryError(
    'value "planted words" violates a constraint\n  at planted lib/a.ts',
  );
  expect(error.stack).toContain('planted words');
  log.write({ event: 'task_failed', task: 'database', error });
  expect(lines[0]).not.toContain('planted words');
  expect(JSON.parse(lines[0] ?? '').error).toMatchObject({ name: 'QueryError', code: 'P2002' });
  expect(lines[0]).toContain('lib/server/log.test.ts:');
});

test('what is thrown and is not an error says nothing of itself', () => {
  const { lines, log } = collect();
  log.write({ event: 'crashed', error: 'planted words' });
  expect(lines[0]).not.toContain('planted');
});

test('counters give what was counted since the last time, and only that', () => {
  const counters = createCounters();
  counters.add('frame_stored');
  counters.add('frame_stored');
  expect(counters.drain()).toEqual({ frame_stored: 2 });
  expect(counters.drain()).toEqual({});
});
