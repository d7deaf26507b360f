import { describe, expect, it } from 'vitest';
import { type Candidate, chosenOf, isNobodyHere, openToAll, whoAnswers } from './who-answers.ts';

const open = { open: true, until: null } as const;
const closed = (opens: number | null) => ({ open: false, opens }) as const;
const nl: Candidate = { id: 'nl', countries: ['NL'], languages: ['nl'], openness: open };
const be: Candidate = {
  id: 'be',
  countries: ['BE', 'LU'],
  languages: ['nl', 'fr'],
  openness: open,
};
const be2: Candidate = { id: 'be2', countries: ['BE'], languages: ['fr'], openness: open };
const shut = (one: Candidate, opens: number | null): Candidate => ({
  ...one,
  openness: closed(opens),
});

describe('who answers', () => {
  it('is an open organisation of the country that speaks the language', () => {
    expect(whoAnswers([nl, be], 'NL', 'nl', 0)).toEqual({
      kind: 'match',
      organisation: nl,
      others: [],
    });
    expect(whoAnswers([nl, be], 'LU', 'fr', 0)).toMatchObject({ kind: 'match', organisation: be });
  });

  it('is drawn where there are several, and the others can be chosen', () => {
    expect(whoAnswers([be, be2], 'BE', 'fr', 0)).toEqual({
      kind: 'match',
      organisation: be,
      others: [be2],
    });
    expect(whoAnswers([be, be2], 'BE', 'fr', 0.99)).toEqual({
      kind: 'match',
      organisation: be2,
      others: [be],
    });
  });

  it('may speak another language, when nobody open in the country speaks this one', () => {
    expect(whoAnswers([nl, be], 'NL', 'fr', 0)).toMatchObject({
      kind: 'other_language',
      organisation: nl,
    });
  });

  it('prefers the language over a closed organisation, and the country over the language', () => {
    expect(whoAnswers([shut(be, 5), be2], 'BE', 'nl', 0)).toMatchObject({
      kind: 'other_language',
      organisation: be2,
    });
  });

  it('is nobody while the country is closed; others are only offered', () => {
    expect(whoAnswers([nl, shut(be, 20), shut(be2, 10)], 'BE', 'nl', 0)).toEqual({
      kind: 'closed',
      organisation: shut(be2, 10),
      opens: 10,
      elsewhere: [nl],
    });
    expect(whoAnswers([shut(nl, null)], 'NL', 'nl', 0)).toMatchObject({
      kind: 'closed',
      opens: null,
    });
  });

  it('is only offered for another country, for "I don\'t know", and for nothing said', () => {
    for (const country of ['other', 'unknown', null] as const)
      expect(whoAnswers([nl, be, shut(be2, 1)], country, 'nl', 0)).toEqual({
        kind: 'elsewhere',
        elsewhere: [nl, be],
        opensFirst: null,
      });
    const nobody = { kind: 'elsewhere', elsewhere: [], opensFirst: null };
    expect(whoAnswers([], 'NL', 'nl', 0)).toEqual(nobody);
  });

  it('is the one that opens first, where nobody can be offered: no country said is no dead end', () => {
    const [late, soon] = [shut(nl, 10), shut(be, 5)];
    for (const country of ['other', 'unknown', null] as const) {
      const found = whoAnswers([shut(be2, null), late, soon], country, 'nl', 0);
      expect(found).toEqual({ kind: 'elsewhere', elsewhere: [], opensFirst: soon });
    }
    expect(whoAnswers([shut(be, null)], 'unknown', 'nl', 0)).toMatchObject({ opensFirst: null });
  });
});

describe('who is written to', () => {
  it('is the one that was drawn, until the person presses on another', () => {
    const answer = whoAnswers([be, be2], 'BE', 'fr', 0);
    expect(chosenOf(answer, 'BE', null)).toBe(be);
    expect(chosenOf(answer, 'BE', 'be2')).toBe(be2);
  });

  it('is nobody while the country is closed, and another country only after a press', () => {
    const answer = whoAnswers([nl, shut(be, 5)], 'BE', 'nl', 0);
    expect(chosenOf(answer, 'BE', null)).toBeNull();
    expect(chosenOf(answer, 'BE', 'nl')).toBe(nl);
    expect(chosenOf(answer, 'BE', 'be')).toBeNull();
  });

  it('is the drawn one that is open when no country was said, and nobody when none is', () => {
    expect(chosenOf(whoAnswers([nl, be], null, 'nl', 0), null, null)).toBe(nl);
    expect(chosenOf(whoAnswers([nl, be], null, 'nl', 0.99), null, null)).toBe(be);
    expect(chosenOf(whoAnswers([], null, 'nl', 0), null, null)).toBeNull();
    expect(chosenOf(null, 'NL', 'nl')).toBeNull();
  });

  it('is nobody for "Another country" and "I don\'t know", until the person presses', () => {
    for (const country of ['other', 'unknown'] as const) {
      const answer = whoAnswers([nl, be], country, 'nl', 0);
      expect(chosenOf(answer, country, null)).toBeNull();
      expect(chosenOf(answer, country, 'be')).toBe(be);
    }
  });
});

describe('whoever speaks another language', () => {
  it('answers only after a yes', () => {
    const answer = whoAnswers([nl, be], 'NL', 'fr', 0);
    expect(chosenOf(answer, 'NL', null)).toBeNull();
    expect(chosenOf(answer, 'NL', 'nl')).toBe(nl);
  });
});

describe('what holds without a choice', () => {
  it('is open when all are, closed when none is, and nothing otherwise', () => {
    expect(openToAll([nl, be])).toBe(true);
    expect(openToAll([shut(nl, 5), shut(be, null)])).toBe(false);
    expect(openToAll([nl, shut(be, 5)])).toBeNull();
    expect(openToAll([])).toBeNull();
  });
});

describe('nobody here', () => {
  it('is said when the country is closed or has nobody, until somebody else is pressed', () => {
    const shutBe = shut(be, 5);
    const answer = whoAnswers([nl, shutBe], 'BE', 'nl', 0);
    expect(isNobodyHere(answer, null)).toBe(true);
    expect(isNobodyHere(answer, nl)).toBe(false);
    expect(isNobodyHere(whoAnswers([shutBe], 'other', 'nl', 0), null)).toBe(true);
    expect(isNobodyHere(whoAnswers([nl], 'other', 'nl', 0), null)).toBe(false);
    expect(isNobodyHere(null, null)).toBe(false);
  });
});
