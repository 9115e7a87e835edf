import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const read = (path: string): string => readFileSync(ROOT + path, 'utf8');

const page = read('docs/SECURITY.md');
/** Control → its answer. */
const answers = [...page.matchAll(/^\| (\d+\.\d+\.\d+) \| [12] \| (.+) \|$/gm)].map(
  ([, id = '', answer = '']) => ({
    id,
    answer,
  }),
);

describe('docs/SECURITY.md', () => {
  it('answers every control of ASVS 5.0, levels 1 and 2, once', () => {
    const asked = read('tests/data/asvs-5.0-levels-1-2.txt').trim().split('\n');
    expect(asked.length).toBeGreaterThan(250);
    expect(answers.map(({ id }) => id)).toEqual(asked);
  });

  it('names tests that stand, in the words they have', () => {
    const cited = [...page.matchAll(/`([\w./-]+\.test\.ts)`(?: “([^”]*)”)?/g)];
    expect(cited.length).toBeGreaterThan(100);
    const lost = cited.filter(
      ([, path = '', words = '']) => !existsSync(ROOT + path) || !read(path).includes(words),
    );
    expect(lost.map(([text]) => text)).toEqual([]);
  });

  it('lists in short what it says is open', () => {
    const open = answers.filter(({ answer }) => answer.includes('**Open**')).map(({ id }) => id);
    const inShort = page.slice(page.indexOf('in part:'), page.indexOf('## What is encrypted'));
    expect(inShort.match(/\d+\.\d+\.\d+/g)).toEqual(open);
  });
});
