import type { Draw } from './draw.ts';

/** Somebody whom no answer of refusal and no log may name: in the register, and in what is sent. */
export const MARKED = {
  name: '欧阳蕴芝',
  phone: '19912345687',
  identityNumber: '310101195005125427',
} as const;

/** Where JSON.stringify would tidy up, the text of the wire is put in for these by `wireText`. */
const RAW: Readonly<Record<string, string>> = {
  '⟦huge⟧': '1e400',
  '⟦long⟧': '1234567890123456789012345678901234567890',
  '⟦minus⟧': '-0',
  '⟦deep⟧': `${'['.repeat(4_000)}${']'.repeat(4_000)}`,
  '⟦deeper⟧': `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`,
  '⟦proto⟧': '{"__proto__":{"isSystem":true,"grants":["role:secretary"]},"x":1}',
  '⟦made⟧': '{"constructor":{"prototype":{"isSystem":true}},"toString":1,"hasOwnProperty":null}',
};

const VALUES: readonly unknown[] = [
  ...Object.keys(RAW),
  ...[null, true, {}, [], [[]], '', ' ', 0, -1, 0.5, 1e308, 5e-324, 2 ** 53 + 2, -8.65e15, 8.65e15],
  ...[
    '\u0000',
    '甲\u0000乙',
    '\ud800',
    '甲\udfff',
    '\u202e甲',
    '\ufeff',
    '👩‍👩‍👧‍👦'.repeat(30),
    'ǅ\u0301'.repeat(40),
  ],
  ...['甲'.repeat(100_000), 'a'.repeat(1_000_000), '\n\r\t', '\u2028'],
  ...['=1+1', '+cmd|" /C calc"!A0', '-2+3', '@SUM(A1)', '\t=1', '=HYPERLINK("http://a","b")'],
  ...['<svg onload=alert(1)>', '<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "' or 1=1--"],
  ...[
    '../../etc/passwd',
    '..\\..\\windows',
    '/dev/null',
    'CON',
    '%00',
    '%2e%2e%2f',
    '#{7*7}',
    '{{7*7}}',
    '$1',
  ],
  ...['__proto__', 'constructor', 'toString', 'valueOf', 'null', 'NaN', 'undefined'],
  ...['00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff', '9'.repeat(400)],
  ...Object.values(MARKED),
  `${MARKED.name} ${MARKED.phone}`,
];

export const hostileValue = (draw: Draw): unknown => draw.oneOf(VALUES);

/** One or a few of its parts replaced, left out, added to or multiplied. */
export function spoiled(value: unknown, draw: Draw): unknown {
  if (draw.chance(0.05)) return hostileValue(draw);
  let copy = structuredClone(value);
  for (let n = 1 + draw.below(2); n > 0; n--) copy = spoilOnce(copy, draw);
  return copy;
}

function spoilOnce(value: unknown, draw: Draw): unknown {
  if (typeof value !== 'object' || value === null || draw.chance(0.1)) return hostileValue(draw);
  if (Array.isArray(value)) {
    if (value.length === 0 || draw.chance(0.3)) return multiplied(value, draw);
    const at = draw.below(value.length);
    return value.map((item, i) => (i === at ? spoilOnce(item, draw) : item));
  }
  const object = value as Record<string, unknown>;
  const keys = Object.keys(object);
  if (keys.length === 0 || draw.chance(0.15)) {
    return {
      ...object,
      [draw.oneOf(['x', '甲', 'constructor', 'isSystem', '__proto__'])]: hostileValue(draw),
    };
  }
  const key = draw.oneOf(keys);
  if (draw.chance(0.1)) return Object.fromEntries(Object.entries(object).filter(([name]) => name !== key));
  return { ...object, [key]: draw.chance(0.5) ? spoilOnce(object[key], draw) : hostileValue(draw) };
}

const multiplied = (items: readonly unknown[], draw: Draw): unknown[] =>
  Array.from({ length: draw.oneOf([1, 30, 2_000]) }, (_, i) => items[i % Math.max(items.length, 1)] ?? null);

/** JSON with what no JSON.stringify writes. */
export function wireText(value: unknown): string {
  const text = JSON.stringify(value) ?? '';
  return text.replace(/"(⟦\w+⟧)"/g, (whole, name: string) => RAW[name] ?? whole);
}

/** Bodies that are nothing a route asks for, with what they call themselves. */
export const STRANGE_BODIES: readonly { readonly type: string; readonly text: string }[] = [
  { type: 'application/json', text: '' },
  { type: 'application/json', text: '{' },
  { type: 'application/json', text: RAW['⟦deeper⟧'] ?? '' },
  { type: 'application/json', text: RAW['⟦proto⟧'] ?? '' },
  { type: 'application/json', text: '\ufeff{}' },
  { type: 'application/json; charset=utf-16', text: '{}' },
  { type: 'application/json', text: '"text"' },
  { type: 'application/json', text: 'null' },
  { type: 'text/plain', text: '{}' },
  {
    type: 'text/xml',
    text: '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
  },
  { type: 'application/x-www-form-urlencoded', text: 'a=1&__proto__[x]=1' },
  { type: 'multipart/form-data', text: 'no boundary' },
  { type: 'multipart/form-data; boundary=x', text: upload('../../../etc/cron.d/x', 'text/csv', '=1+1,@x') },
  { type: 'multipart/form-data; boundary=x', text: upload('a\u0000.xlsx', 'image/png', 'PK\u0003\u0004') },
  {
    type: 'multipart/form-data; boundary=x',
    text: upload('甲.csv', 'text/csv', `姓名,电话\n${MARKED.name},1`),
  },
  {
    type: 'multipart/form-data; boundary=x',
    text: '--x\r\ncontent-disposition: form-data; name="a"\r\n\r\nopen',
  },
  { type: 'application/octet-stream', text: '\u0000\u0001' },
  { type: 'image/svg+xml', text: '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>' },
  { type: '甲', text: '{}' },
];

function upload(name: string, type: string, text: string): string {
  const head = `content-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: ${type}`;
  return `--x\r\n${head}\r\n\r\n${text}\r\n--x--\r\n`;
}

/** Headers that no browser sends. */
export const STRANGE_HEADERS: readonly Readonly<Record<string, string>>[] = [
  { 'x-concerto-area': "' or 1=1--" },
  { 'x-concerto-area': 'ffffffff-ffff-ffff-ffff-ffffffffffff' },
  { 'x-concerto-member': '__proto__' },
  { cookie: 'concerto.session_token=%E0%A4%A' },
  { cookie: `concerto.session_token=${'a'.repeat(4_000)}.${'b'.repeat(43)}%3D` },
  { cookie: '=;;;=' },
  { 'x-long': 'a'.repeat(30_000) },
  { expect: '100-continue' },
  { range: 'bytes=-1,5-2' },
  { host: 'evil.example' },
  { 'x-forwarded-for': MARKED.phone },
  { 'accept-encoding': 'br;q=NaN, *;q=-1' },
  { 'content-encoding': 'gzip' },
  { accept: '*/*;q=甲'.replace('甲', '\u00e9') },
];
