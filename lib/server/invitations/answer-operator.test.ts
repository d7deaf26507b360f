import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { newToken } from '../credentials/tokens.ts';
import { describeOnEachDatabase } from '../db/test-databases.ts';
import { useHouse } from '../realtime/test-use-house.ts';
import { answerOperator } from './answer-operator.ts';
import { type AskAnswer, leaveAsk } from './operator-asks.ts';
import { linkDays } from './types.ts';

const address = 'https://help.example.org';
const dayMs = 24 * 60 * 60 * 1000;

describeOnEachDatabase('what the technician asks the running server', (database) => {
  const openHouse = useHouse(database);
  let folder = '';
  let stop: () => Promise<void> = async () => undefined;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'havre-asks-'));
  });
  afterEach(async () => {
    await stop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function scene() {
    const house = await openHouse();
    stop = answerOperator(house.deps, folder, address);
    return house;
  }

  async function answered(left: ReturnType<typeof leaveAsk>): Promise<AskAnswer> {
    for (;;) {
      const answer = left.answer();
      if (answer !== null) return answer;
      await pause(20);
    }
  }

  const make = () => {
    const { token, hash } = newToken();
    return { token, ask: { kind: 'make', hash: Buffer.from(hash).toString('hex') } as const };
  };

  test('a link is good from the answer on, and no longer than the first one would be', async () => {
    const house = await scene();
    const { token, ask } = make();
    const left = leaveAsk(folder, ask);
    expect(await answered(left)).toMatchObject({ kind: 'made', address });
    left.tidy();
    expect(readdirSync(folder)).toEqual([]);
    const read = () => house.post('/api/invitation', { token });
    expect((await read()).answer).toMatchObject({ ok: true, kind: 'set-up', organisationId: null });
    house.clock.ahead = linkDays * dayMs;
    expect((await read()).answer).toMatchObject({ ok: true });
    house.clock.ahead = (linkDays + 1) * dayMs;
    expect((await read()).answer).toEqual({ ok: false, code: 'wrong_credentials' });
  });

  test('what is no question, or too old for anybody to wait, makes no link and goes', async () => {
    await scene();
    writeFileSync(join(folder, 'set-up-0000000000000000.ask'), '{"kind":"make","hash":"many"}');
    writeFileSync(join(folder, 'set-up-0000000000000001.answer'), '{}');
    const kept = ['set-up-list.ask', 'lock.pid'];
    for (const name of kept) writeFileSync(join(folder, name), 'of somebody else');
    leaveAsk(folder, make().ask);
    const longAgo = new Date(Date.now() - 2 * 60_000);
    for (const name of readdirSync(folder).filter((each) => !/0{15}0\.ask$/.test(each)))
      utimesSync(join(folder, name), longAgo, longAgo);
    while (readdirSync(folder).length > kept.length) await pause(20);
    expect(readdirSync(folder).sort()).toEqual(kept.sort());
    expect(await database().invitation.count()).toBe(0);
  });
});
