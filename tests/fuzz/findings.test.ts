import { describe, expect, it } from 'vitest';
import { Draw } from './draw.ts';
import { Findings } from './findings.ts';
import { MARKED } from './hostile.ts';
import { KnownIds } from './ids.ts';
import type { Made } from './requests.ts';

const asked: Made = { method: 'POST', path: '/x', headers: {}, body: '{}', meant: 'valid', commands: [] };
const got = (status: number, text: string) => ({ status, type: 'application/problem+json', text, ms: 1 });

/** What would be noticed, were it so. */
describe('the findings of a fuzz run', () => {
  it.each([
    ['a phone in a refusal', got(400, `{"details":{"phone":"${MARKED.phone}"}}`)],
    ['a name in a refusal', got(409, `{"details":{"name":"${MARKED.name}"}}`)],
    ['a stack in a refusal', got(400, 'Error\n    at Object.handler (file:///srv/apps/server/main.ts:12:3)')],
    ['a word of the database', got(409, '{"title":"duplicate key value violates unique constraint"}')],
  ])('hold %s', (_what, answer) => {
    const findings = new Findings();
    findings.heard('POST /x', asked, answer);
    expect(findings.told).toHaveLength(1);
  });

  it('hold each answer of 500 and more, and what was asked', () => {
    const findings = new Findings();
    findings.heard('POST /x', asked, got(503, '{}'));
    expect(findings.serverErrors).toEqual([expect.stringContaining('503 valid POST /x')]);
  });

  it('look through the problems of a push that is answered 200', () => {
    const findings = new Findings();
    const ids = new KnownIds().for('a.b', new Draw(1));
    const push = { ...asked, commands: [{ kind: 'a.b', body: {}, ids }] };
    const problems = [{ code: 'a.c', number: 1, details: { name: MARKED.name } }];
    findings.heard(
      'command a.b',
      push,
      got(200, JSON.stringify({ answers: [{ first: 'refused', problems }] })),
    );
    expect(findings.told).toHaveLength(1);
    expect(findings.reach.get('command a.b')).toMatchObject({ accepted: 0, refused: 1 });
  });

  it('hold nothing of an answer that gives what was asked for', () => {
    const findings = new Findings();
    findings.heard('GET /x', asked, got(200, MARKED.name));
    expect([findings.told, findings.serverErrors]).toEqual([[], []]);
  });
});
