import { ORPCError } from '@orpc/client';
import { describe, expect, test } from 'vitest';
import { defineProblems, problem } from '../problem/problem.ts';
import { problemOf } from './problem-of.ts';
import { RejectedPush } from './submit.ts';

const problems = defineProblems('sample', 9000, { full: [1, 409] });
const full = problem(problems.full, { count: 10 });

describe('a problem is found', () => {
  test('in what oRPC throws', () => {
    expect(problemOf(new ORPCError('sample.full', { status: 409, data: full }))).toEqual(full);
  });

  test('in a push that was turned away, as RFC 9457 sends it', () => {
    const sent = { type: 'urn:concerto:problem:sample.full', title: 'sample.full', status: 409, ...full };
    expect(problemOf(new RejectedPush(409, sent))).toEqual(full);
  });

  test('in an answer that holds it under its name', () => {
    expect(problemOf({ problem: full })).toEqual(full);
    expect(problemOf({ data: { problem: full } })).toEqual(full);
  });

  test('as itself', () => {
    expect(problemOf(full)).toEqual(full);
  });
});

describe('what holds no problem', () => {
  test('is a broken line when fetch says so', () => {
    expect(problemOf(new TypeError('Failed to fetch')).code).toBe('ui.offline');
  });

  test('is unexpected otherwise, and tells nothing of what was inside', () => {
    for (const odd of [
      new Error('王小明 13900001234'),
      null,
      'text',
      7,
      { code: 'x' },
      new RejectedPush(502, '<html>'),
    ]) {
      expect(problemOf(odd)).toEqual({ code: 'ui.unexpected', number: 0, details: {} });
    }
  });
});
