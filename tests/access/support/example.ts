import fc from 'fast-check';
import * as z from 'zod';

type Json = z.core.JSONSchema.JSONSchema;

/** Fills what a schema leaves open: the same path asks for the same value. */
export interface Fill {
  /** An id for the field of that name, e.g. `roundId`. */
  id(field: string): string;
}

type Mend = (made: Readonly<Record<string, unknown>>) => unknown;

/**
 * A small valid value of a schema, made out of its JSON form: what must be there and no more, the first of several
 * shapes. Throws with the path when the schema asks for more than its JSON form says: then it must be mended by hand.
 */
export function exampleOf(schema: z.core.$ZodType, fill: Fill, mend: Mend = (made) => made): unknown {
  const json = jsonOf(schema);
  const made = mend(valueFor(json, '', fill, json) as Record<string, unknown>);
  const checked = z.safeParse(schema, made);
  if (checked.success) return made;
  const [issue] = checked.error.issues;
  throw new Error(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'does not fit'}`);
}

const known = new WeakMap<z.core.$ZodType, Json>();

/** Remembered: the same schemas are asked for by everybody in turn. */
function jsonOf(schema: z.core.$ZodType): Json {
  const made = known.get(schema) ?? (z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Json);
  known.set(schema, made);
  return made;
}

function valueFor(schema: Json | boolean | undefined, field: string, fill: Fill, root: Json): unknown {
  if (typeof schema !== 'object') return null;
  if (schema.$ref !== undefined) return valueFor(resolved(schema.$ref, root), field, fill, root);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const shapes = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (shapes) return valueFor(shapes[0], field, fill, root);
  switch (schema.type) {
    case 'object':
      return objectOf(schema, fill, root);
    case 'array':
      return Array.from({ length: schema.minItems ?? 0 }, () =>
        valueFor(schema.items as Json, field.replace(/s$/, ''), fill, root),
      );
    case 'string':
      return textOf(schema, field, fill);
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 0, 0);
    case 'boolean':
      return false;
    default:
      return null;
  }
}

function objectOf(schema: Json, fill: Fill, root: Json): Record<string, unknown> {
  const required = schema.required ?? [];
  return Object.fromEntries(
    required.map((name) => [name, valueFor(schema.properties?.[name], name, fill, root)]),
  );
}

function textOf(schema: Json, field: string, fill: Fill): string {
  if (schema.format === 'uuid') return fill.id(field);
  if (schema.pattern !== undefined) {
    const length = { minLength: schema.minLength ?? 0, maxLength: schema.maxLength ?? 200 };
    const fits = fc
      .stringMatching(new RegExp(schema.pattern, 'u'))
      .filter((text) => text.length >= length.minLength && text.length <= length.maxLength);
    return fc.sample(fits, { seed: 1, numRuns: 1 })[0] ?? '';
  }
  return '甲'.repeat(Math.max(schema.minLength ?? 0, 1));
}

function resolved(ref: string, root: Json): Json | undefined {
  const name = ref.replace('#/$defs/', '');
  return ref === '#' ? root : (root.$defs?.[name] as Json | undefined);
}
