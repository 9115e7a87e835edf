import { describe, expect, it } from 'vitest';
import { MOST_STROKES_TEXT, strokePaths, writeStrokes } from './signature.ts';

describe('a signature', () => {
  it('is short text that draws the same strokes', () => {
    const text = writeStrokes([
      [
        { x: 0, y: 0 },
        { x: 0.5, y: 1 },
      ],
      [{ x: 1, y: 0.5 }],
    ]);
    expect(text).toBe('0000807f-ff40');
    expect(strokePaths(text)).toEqual(['M0 0L128 127', 'M255 64L255 64']);
  });

  it('leaves out points that tell nothing new, but not the last one', () => {
    const still = Array.from({ length: 50 }, (_, i) => ({ x: 0.5 + i / 50_000, y: 0.5 }));
    expect(writeStrokes([still]).length).toBe(8);
  });

  it('stays within its bounds, whatever is drawn', () => {
    const scribble = Array.from({ length: 5_000 }, (_, i) => ({ x: (i % 97) / 50, y: (i % 61) / 40 }));
    const text = writeStrokes([scribble]);
    expect(text.length).toBeLessThanOrEqual(MOST_STROKES_TEXT);
    expect(strokePaths(text)[0]).toMatch(/^M\d+ \d+L/);
  });

  it('is nothing where nothing was drawn', () => {
    expect(writeStrokes([])).toBe('');
    expect(writeStrokes([[]])).toBe('');
    expect(strokePaths('')).toEqual([]);
    expect(strokePaths('not a signature')).toEqual([]);
  });
});
