import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Cell } from './cell.ts';

const isSize = (kept: unknown): kept is 'small' | 'large' => kept === 'small' || kept === 'large';

describe('a value outside of components', () => {
  test('tells its watchers of a change, once, and no more after they leave', () => {
    const cell = new Cell(1);
    const heard: number[] = [];
    const leave = cell.subscribe(() => heard.push(cell.get()));
    cell.set(2);
    cell.set(2);
    leave();
    cell.set(3);
    expect(heard).toEqual([2]);
  });

  test('works on a server, where nothing can be kept', () => {
    const cell = new Cell<'small' | 'large'>('small', { keep: 'size', accept: isSize });
    cell.set('large');
    expect(cell.get()).toBe('large');
  });
});

describe('a value kept in the browser', () => {
  const kept = new Map<string, string>();

  beforeEach(() => {
    kept.clear();
    const localStorage = {
      getItem: (name: string) => kept.get(name) ?? null,
      setItem: (name: string, value: string) => kept.set(name, value),
    };
    Object.assign(globalThis, { window: { localStorage } });
  });

  afterEach(() => {
    Reflect.deleteProperty(globalThis, 'window');
  });

  const make = () => new Cell<'small' | 'large'>('small', { keep: 'size', accept: isSize });

  test('comes back at the next start', () => {
    make().set('large');
    expect(make().get()).toBe('large');
  });

  test('is forgotten when it is not what it should be', () => {
    for (const broken of ['"huge"', '{', '12', '']) {
      kept.set('size', broken);
      expect(make().get()).toBe('small');
    }
  });

  test('a browser that forbids keeping is no obstacle', () => {
    Object.defineProperty(globalThis, 'window', {
      configurable: true,
      get: () => ({
        get localStorage(): Storage {
          throw new DOMException('denied', 'SecurityError');
        },
      }),
    });
    const cell = make();
    cell.set('large');
    expect(cell.get()).toBe('large');
  });
});
