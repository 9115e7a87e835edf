import { describe, expect, test } from 'vitest';
import { FIGURES } from '../contract/reconciliation.ts';
import { consoleText } from './console.ts';
import { exportText } from './export.ts';
import { numbersText } from './numbers.ts';

/** Swabs that stand or check-ins: who came twice counts twice. */
const TIMES = ['checkedIn', 'inTubes', 'inPackedTubes'] as const;
const TUBES = ['tubes', 'tubesPacked'] as const;

describe('people, person-times and samples are different words', () => {
  test('every figure of the reconciliation counts one or the other', () => {
    expect([...TIMES, ...TUBES].sort()).toEqual([...FIGURES].sort());
  });

  test.each(TIMES)('%s is said in person-times, on the board and in the sheet', (figure) => {
    for (const said of [
      consoleText.messages['zh-CN'][`figure.${figure}`],
      exportText.messages['zh-CN'][`column.${figure}`],
    ]) {
      expect(said).toMatch(/人次$/);
      expect(said).not.toMatch(/人数|样本|管数/);
    }
    for (const said of [
      consoleText.messages.en[`figure.${figure}`],
      exportText.messages.en[`column.${figure}`],
    ]) {
      expect(said.toLowerCase()).toContain('person-times');
      expect(said.toLowerCase()).not.toMatch(/people|samples/);
    }
  });

  test.each(TUBES)('%s is said in tubes', (figure) => {
    for (const said of [
      consoleText.messages['zh-CN'][`figure.${figure}`],
      exportText.messages['zh-CN'][`column.${figure}`],
    ]) {
      expect(said).toMatch(/管数$/);
      expect(said).not.toMatch(/人/);
    }
    expect(consoleText.messages.en[`figure.${figure}`].toLowerCase()).toMatch(/tubes/);
  });

  test('distinct people are never said in person-times, nor repeats in people', () => {
    const zh = consoleText.messages['zh-CN'];
    expect(zh['figure.people']).toMatch(/人数/);
    expect(zh['figure.people']).not.toMatch(/人次/);
    expect(zh['figure.repeats']).toMatch(/人次$/);
    expect(zh['board.difference']).toMatch(/人次$/);
    const en = consoleText.messages.en;
    expect(en['figure.people'].toLowerCase()).toContain('people');
    expect(en['figure.repeats'].toLowerCase()).toContain('person-times');
  });

  test('the page of numbers tells the three apart in its columns', () => {
    for (const language of ['zh-CN', 'en'] as const) {
      const words = numbersText.messages[language];
      expect(new Set([words.people, words['person-times'], words.samples]).size).toBe(3);
    }
    expect(numbersText.messages['zh-CN'].people).toBe('人数');
    expect(numbersText.messages['zh-CN']['person-times']).toBe('人次');
    expect(numbersText.messages['zh-CN'].samples).toContain('样本');
  });
});
