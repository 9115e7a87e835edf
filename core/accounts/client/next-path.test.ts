import { describe, expect, it } from 'vitest';
import { nextPath } from './next-path.ts';

describe('where to go after sign-in', () => {
  it('is the path asked for, within the shell', () => {
    expect(nextPath('/console', '/testing/rounds?day=1')).toBe('/testing/rounds?day=1');
    expect(nextPath('/console', '/console/people')).toBe('/people');
    expect(nextPath('/console', '/console')).toBe('/');
    expect(nextPath('/console', undefined)).toBe('/');
  });

  it('is never an open page again', () => {
    for (const asked of ['/sign-in', '/phone/sign-in?next=%2F', '/join#x']) {
      expect(nextPath('/phone', asked)).toBe('/');
    }
  });

  it('is never another site', () => {
    for (const asked of ['//evil.test', 'https://evil.test', '/\\evil.test', 'javascript:alert(1)']) {
      expect(nextPath('/console', asked)).toBe('/');
    }
  });
});
