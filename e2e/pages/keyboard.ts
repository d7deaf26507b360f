import type { Page } from '@playwright/test';

export type Layout = 'qwerty' | 'azerty';
type Stroke = { code: string; key: string; shift: boolean };

const azertyLetters: Record<string, string> = { a: 'q', q: 'a', z: 'w', w: 'z', m: ';' };
const withShift = { qwerty: '!@#$%^&*()_+:"<>?', azerty: '0123456789?./+' } as const;

/** The key under a character, as its layout has it: on AZERTY every digit needs Shift. */
function strokeOf(character: string, layout: Layout): Stroke {
  const shift = /[A-Z]/.test(character) || withShift[layout].includes(character);
  const letter = character.toLowerCase();
  if (/[a-z]/.test(letter)) {
    const there = layout === 'azerty' ? (azertyLetters[letter] ?? letter) : letter;
    const code = there === ';' ? 'Semicolon' : `Key${there.toUpperCase()}`;
    return { code, key: character, shift };
  }
  if (/[0-9]/.test(character)) return { code: `Digit${character}`, key: character, shift };
  return { code: character === ' ' ? 'Space' : 'Slash', key: character, shift };
}

/** Key events of Chromium as a keyboard of that layout makes them, one by one. */
export async function layoutKeyboard(page: Page, layout: Layout) {
  const session = await page.context().newCDPSession(page);
  const send = (type: 'keyDown' | 'keyUp', stroke: Omit<Stroke, 'shift'>, modifiers: number) =>
    session.send('Input.dispatchKeyEvent', {
      type,
      code: stroke.code,
      key: stroke.key,
      modifiers,
      ...(type === 'keyDown' && stroke.key.length === 1 ? { text: stroke.key } : {}),
    });
  const shiftKey = { code: 'ShiftLeft', key: 'Shift' };
  const shift = (type: 'keyDown' | 'keyUp') => send(type, shiftKey, type === 'keyDown' ? 8 : 0);

  return {
    /** @param held one Shift for a run of characters that need it, as whoever types fast does */
    async type(text: string, held: boolean): Promise<void> {
      let down = false;
      for (const character of text) {
        const stroke = strokeOf(character, layout);
        if (down && (!stroke.shift || !held)) {
          await shift('keyUp');
          down = false;
        }
        if (stroke.shift && !down) {
          await shift('keyDown');
          down = true;
        }
        await send('keyDown', stroke, down ? 8 : 0);
        await send('keyUp', stroke, down ? 8 : 0);
      }
      if (down) await shift('keyUp');
    },
    /** Shift alone, as many times. */
    async shifts(times: number): Promise<void> {
      for (let press = 0; press < times; press += 1) {
        await shift('keyDown');
        await shift('keyUp');
      }
    },
  };
}
