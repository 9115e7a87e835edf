import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const SKIPPED = new Set(['node_modules', 'dist', 'data', 'test-results', '.git']);

function pagesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (SKIPPED.has(entry.name)) return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return pagesBelow(path);
    return entry.name.endsWith('.md') ? [path] : [];
  });
}

const pages = pagesBelow(ROOT);
const modules = ['core', 'groups'].flatMap((folder) =>
  readdirSync(join(ROOT, folder)).map((name) => join(folder, name)),
);

describe('the documents', () => {
  it.each(pages.map((page) => relative(ROOT, page)))('%s links to what is there', (page) => {
    const text = readFileSync(join(ROOT, page), 'utf8');
    const targets = [...text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map(([, target = '']) => target);
    const broken = targets
      .filter((target) => !/^[a-z]+:/.test(target))
      .filter((target) => !existsSync(join(ROOT, dirname(page), target)));
    expect(broken).toEqual([]);
  });

  it.each(modules)('%s says in a page whose work it is', (module) => {
    const text = readFileSync(join(ROOT, module, 'README.md'), 'utf8');
    expect(text.split('\n').length).toBeLessThan(90);
  });

  it('name each English word of the glossary once', () => {
    const rows = readFileSync(join(ROOT, 'docs/GLOSSARY.md'), 'utf8').split('\n');
    const words = rows.flatMap((row) => /^\| ([a-z][^|]*?) \|/.exec(row)?.[1] ?? []);
    expect(words.length).toBeGreaterThan(90);
    expect(words.filter((word, i) => words.indexOf(word) !== i)).toEqual([]);
  });
});
