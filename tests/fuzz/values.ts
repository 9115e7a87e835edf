import fc from 'fast-check';
import type * as z from 'zod';
import type { Draw } from './draw.ts';
import type { Choice } from './ids.ts';

export type Json = z.core.JSONSchema.JSONSchema;

/** Plain values as people send them, or those at the edges of what the schema takes. */
export type Manner = 'valid' | 'edge';

interface Drawing {
  readonly draw: Draw;
  readonly ids: Choice;
  readonly manner: Manner;
  readonly root: Json;
}

const DAY = 86_400_000;
const DEEP = 6;

/** A value that fits a JSON schema of the OpenAPI document. @param root where its `$ref`s are looked up */
export function drawnOf(schema: Json, root: Json, ids: Choice, manner: Manner): unknown {
  return made(schema, '', 0, { draw: ids.draw, ids, manner, root });
}

function made(schema: Json | boolean | undefined, field: string, depth: number, by: Drawing): unknown {
  if (typeof schema !== 'object') return null;
  const { draw } = by;
  if (schema.$ref !== undefined) return made(resolved(schema.$ref, by.root), field, depth + 1, by);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return draw.oneOf(schema.enum);
  const shapes = schema.anyOf ?? schema.oneOf;
  if (shapes) {
    const nothing = shapes.find((shape) => typeof shape === 'object' && shape.type === 'null');
    if (nothing && draw.chance(/Id$/.test(field) ? 0.25 : 0.6)) return null;
    return made(depth > DEEP ? shapes[0] : draw.oneOf(shapes), field, depth + 1, by);
  }
  switch (Array.isArray(schema.type) ? draw.oneOf(schema.type) : schema.type) {
    case 'object':
      return objectOf(schema, depth, by);
    case 'array':
      return listOf(schema, field, depth, by);
    case 'string':
      return textOf(schema, field, by);
    case 'integer':
    case 'number':
      return numberOf(schema, field, by);
    case 'boolean':
      return draw.chance(0.5);
    default:
      return null;
  }
}

function objectOf(schema: Json, depth: number, by: Drawing): Record<string, unknown> {
  const named = Object.entries(schema.properties ?? {}).filter(
    ([name]) => schema.required?.includes(name) || (depth < DEEP && by.draw.chance(0.3)),
  );
  const entries = named.map(([name, inner]) => [name, made(inner, name, depth + 1, by)]);
  if (typeof schema.additionalProperties === 'object' && by.draw.chance(0.5)) {
    const key = made(schema.propertyNames ?? { type: 'string' }, 'key', depth + 1, by);
    entries.push([String(key), made(schema.additionalProperties, 'value', depth + 1, by)]);
  }
  return Object.fromEntries(entries);
}

function listOf(schema: Json, field: string, depth: number, by: Drawing): unknown[] {
  const least = schema.minItems ?? 0;
  const most = Math.min(schema.maxItems ?? 20, 20);
  const count = by.manner === 'edge' ? by.draw.oneOf([least, most]) : least + by.draw.below(3);
  const length = depth > DEEP ? least : Math.min(count, Math.max(least, most));
  const one = field.replace(/s$/, '');
  return Array.from({ length }, () => made(schema.items as Json, one, depth + 1, by));
}

const WORDS = ['东门', '3号楼', '王秀兰', 'T1', '沪A12345', '无事', 'A', '二维码看不清'];

function textOf(
  { format, pattern, minLength = 0, maxLength = 200 }: Json,
  field: string,
  by: Drawing,
): string {
  const { draw, ids, manner } = by;
  if (format === 'uuid') return ids.pick(field);
  if (format === 'date') return new Date(Date.now() + (draw.below(9) - 4) * DAY).toISOString().slice(0, 10);
  if (pattern !== undefined) return draw.oneOf(matching(pattern));
  if (manner === 'edge') return '甲'.repeat(draw.oneOf([minLength, Math.min(maxLength, 5_000)]));
  // A phone is asked for by its shape, which the document does not tell.
  if (/phone/i.test(field)) return `139${String(10_000_000 + draw.below(89_999_999))}`;
  if (/Id$/.test(field)) return ids.pick(field);
  const known = ids.text(field);
  if (known !== null) return known.slice(0, maxLength);
  return draw.oneOf(WORDS).slice(0, maxLength).padEnd(minLength, '甲');
}

const samples = new Map<string, readonly string[]>();

function matching(pattern: string): readonly string[] {
  const known =
    samples.get(pattern) ?? fc.sample(fc.stringMatching(new RegExp(pattern, 'u')), { seed: 1, numRuns: 20 });
  samples.set(pattern, known);
  return known;
}

function numberOf({ minimum, maximum }: Json, field: string, { draw, manner }: Drawing): number {
  if (manner === 'edge')
    return draw.oneOf([minimum ?? -9_007_199_254_740_991, maximum ?? 9_007_199_254_740_991, 0]);
  const isTime = /At$|^(from|until|to|since|day)$/.test(field);
  if (isTime && (maximum ?? DAY) >= DAY) return Date.now() + (draw.below(49) - 24) * 3_600_000;
  const least = minimum ?? 0;
  return least + draw.below(Math.min((maximum ?? least + 20) - least, 20) + 1);
}

function resolved(ref: string, root: Json): Json | undefined {
  if (ref === '#') return root;
  const path = ref.replace(/^#\//, '').split('/');
  return path.reduce<unknown>(
    (at, name) => (at as Record<string, unknown> | undefined)?.[name],
    root,
  ) as Json;
}
