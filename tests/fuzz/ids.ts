import { uuidv7 } from '#kernel/time-id/uuid.ts';
import type { Draw } from './draw.ts';

const KEPT = 60;
const RECORDS = 300;

/** Where it was read. */
type From = 'body' | 'answer';

/** Ids that stood together in one body or one row: a tube with its round and its lane. */
type Record = ReadonlyMap<string, string>;

/**
 * What stands in the area, by the name of the field it came in, out of accepted bodies and of answers, so that later
 * commands speak of real things, and of things that belong together.
 */
export class KnownIds {
  private readonly byField = new Map<string, string[]>();
  /** Of them, what answers named: it stands, whatever bodies say. */
  private readonly answered = new Map<string, string[]>();
  private readonly records: Record[] = [];
  private readonly weights = new Map<string, { known: number; fresh: number }>();

  /**
   * What was accepted or answered made its ids known: `laneId`, each of `compoundIds`, and `id` within `compounds`.
   * @param field what a bare `id` is the id of: `round`
   */
  learn(value: unknown, field = '', from: From = 'body', around: Record = new Map()): void {
    if (Array.isArray(value)) {
      for (const item of value) this.learn(item, singular(field), from, around);
    } else if (typeof value === 'object' && value !== null) {
      this.learnObject(value, field, from, around);
    } else if (typeof value === 'string') {
      add(this.byField, field, value);
      if (from === 'answer') add(this.answered, field, value);
    }
  }

  private learnObject(value: object, field: string, from: From, around: Record): void {
    const own = new Map(around);
    const entries = Object.entries(value).map(
      ([key, inner]) => [key === 'id' ? `${field}Id` : key, inner] as const,
    );
    for (const [key, inner] of entries) if (typeof inner === 'string' && isOfThing(key)) own.set(key, inner);
    if (own.size > 1 && own.size > around.size) {
      this.records.push(own);
      // The first ones are the world's own.
      if (this.records.length > RECORDS) this.records.splice(RECORDS / 4, 1);
    }
    for (const [key, inner] of entries) this.learn(inner, GENERIC.has(key) ? field : key, from, own);
  }

  /** For the ids of one body. @param kind of the command, or the name of the query or route */
  for(kind: string, draw: Draw): Choice {
    const record = this.records.length > 0 && draw.chance(0.8) ? draw.oneOf(this.records) : new Map();
    return new Choice(this, kind, record, draw);
  }

  known(field: string): readonly string[] {
    return this.byField.get(field) ?? [];
  }

  /** What answers named, if they did. */
  standing(field: string): readonly string[] {
    return this.answered.get(field) ?? this.known(field);
  }

  /** How often a field of a command is to name something that stands, and how often something new. */
  weightsOf(kind: string, field: string, isFirst: boolean): { known: number; fresh: number } {
    const key = `${kind} ${field}`;
    const weights = this.weights.get(key) ?? { known: isFirst ? 1 : 4, fresh: 1 };
    this.weights.set(key, weights);
    return weights;
  }
}

function add(to: Map<string, string[]>, field: string, id: string): void {
  if (!isOfThing(field) || id === '') return;
  const known = to.get(field) ?? [];
  to.set(field, known);
  if (known.includes(id)) return;
  known.push(id);
  // The first ones are the world's own; those that came after make room for newer ones.
  if (known.length > KEPT) known.splice(KEPT / 2, 1);
}

/** The ids of one body as they are chosen, and what its answer says of the choice. */
export class Choice {
  private readonly taken = new Map<string, 'known' | 'fresh'>();

  constructor(
    private readonly ids: KnownIds,
    private readonly kind: string,
    private readonly record: Record,
    readonly draw: Draw,
  ) {}

  /** One that stands, of the same record where it has one, or a new one. */
  pick(field: string): string {
    const { ids, kind, draw } = this;
    const name = MEANT[`${kind} ${field}`] ?? MEANT[field] ?? field;
    const known = ids.known(name);
    const weights = ids.weightsOf(kind, field, this.taken.size === 0);
    const isKnown = known.length > 0 && draw.chance(weights.known / (weights.known + weights.fresh));
    this.taken.set(field, isKnown ? 'known' : 'fresh');
    return isKnown
      ? (this.record.get(name) ?? draw.oneOf(draw.chance(0.6) ? ids.standing(name) : known))
      : this.fresh();
  }

  /** A text that stood in an answer under this name. */
  text(field: string): string | null {
    const known = isOfThing(field) ? this.ids.known(field) : [];
    return known.length > 0 && this.draw.chance(0.7) ? this.draw.oneOf(known) : null;
  }

  fresh(): string {
    const { draw } = this;
    return uuidv7(Date.now(), (length) => Uint8Array.from({ length }, () => draw.below(256)));
  }

  /** Whatever was new in a body that is accepted may be new again; what is said to be unknown must not be. */
  answered(accepted: boolean, code: string): void {
    for (const [field, how] of this.taken) {
      const weights = this.ids.weightsOf(this.kind, field, false);
      if (accepted) weights[how] += 2;
      else if (how === 'fresh' && unknownIn(code, field)) weights.fresh *= 0.5;
      else if (how === 'known' && /taken|exists|already/.test(code)) weights.known *= 0.8;
    }
  }
}

/** `testing.no-such-tube` and `places.building-unknown` speak of `tubeId` and `buildingId`. */
function unknownIn(code: string, field: string): boolean {
  const [, noun] =
    /(?:no-such|unknown)-([a-z-]+)/.exec(code) ?? /\.([a-z-]+)-(?:unknown|gone)/.exec(code) ?? [];
  return noun !== undefined && field.toLowerCase().startsWith(noun.split('-').at(-1) ?? noun);
}

const singular = (field: string): string => field.replace(/ies$/, 'y').replace(/s$/, '');

/** Names that say nothing of what they hold. */
const GENERIC: ReadonlySet<string> = new Set(['json', 'rows', 'row', 'items', 'list', 'found', 'entries']);

/** Texts by which things are named, beside ids. */
const NAMING: ReadonlySet<string> = new Set(['key', 'kind', 'fingerprint', 'tubeCode', 'boxCode', 'code']);

const isOfThing = (field: string): boolean => /Id$/.test(field) || NAMING.has(field);

/** Fields that name a thing by its part in the command. */
const MEANT: Readonly<{ [field: string]: string }> = {
  'accounts.merge-member keptId': 'memberId',
  keptId: 'residentId',
  mergedId: 'residentId',
  otherId: 'residentId',
  subjectId: 'residentId',
  leaderId: 'memberId',
  toMemberId: 'memberId',
  fromTubeId: 'tubeId',
  toTubeId: 'tubeId',
  placeId: 'buildingId',
  intoId: 'householdId',
};
