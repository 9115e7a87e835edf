import { CAME_AS, type CollectionDelta, type PackedDelta, type PackedResponse } from './protocol.ts';

/**
 * A pull's answer as a JSON list, each element on a line of its own: the answer, then the long collections it names by
 * their place. A phone seals such a line as it came instead of writing it anew. All ASCII, which engines read and hold at
 * half the cost; what is not ASCII is escaped as RFC 8259 §7 says.
 */
export function writeLines(response: PackedResponse): string {
  const lines: string[] = [];
  const placed = (delta: PackedDelta): CollectionDelta | Placed =>
    'packed' in delta ? { line: lines.push(ascii(delta)) } : delta;
  const terms = response.terms.map((term) => ({
    ...term,
    collections: Object.fromEntries(
      Object.entries(term.collections).map(([name, delta]) => [name, placed(delta)]),
    ),
  }));
  return `[\n${[ascii({ ...response, terms }), ...lines].join('\n,\n')}\n]`;
}

/** What `writeLines` wrote. @throws SyntaxError where the text is cut off or another's */
export function readLines(text: Uint8Array): PackedResponse {
  // A server from before lines answers with the whole as one object.
  if (text[0] === OBJECT) return read(text) as PackedResponse;
  const [head, ...lines] = elementsOf(text);
  if (!head) throw new SyntaxError('no answer');
  const answer = read(head) as Answer;
  const taken = (delta: CollectionDelta | Placed): PackedDelta => {
    if (!('line' in delta)) return delta;
    const line = lines[delta.line - 1];
    if (!line) throw new SyntaxError(`no line ${delta.line}`);
    return { ...(read(line) as Exclude<PackedDelta, CollectionDelta>), [CAME_AS]: line };
  };
  const terms = answer.terms.map((term) => ({
    ...term,
    collections: Object.fromEntries(
      Object.entries(term.collections).map(([name, delta]) => [name, taken(delta)]),
    ),
  }));
  return { ...answer, terms };
}

/** Where a collection stands in the list; the answer itself is 0. */
interface Placed {
  readonly line: number;
}

interface Answer extends Omit<PackedResponse, 'terms'> {
  readonly terms: readonly (Omit<PackedResponse['terms'][number], 'collections'> & {
    readonly collections: Readonly<Record<string, CollectionDelta | Placed>>;
  })[];
}

const read = (line: Uint8Array): unknown => JSON.parse(new TextDecoder().decode(line));

const NEWLINE = 0x0a;
const OBJECT = 0x7b;

/** Every other line: brackets and commas stand between. JSON has no line break within an element. */
function elementsOf(text: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = [];
  for (let from = 0; ; ) {
    const end = text.indexOf(NEWLINE, from);
    if (end === -1) break;
    lines.push(text.subarray(from, end));
    from = end + 1;
  }
  return lines.filter((_, n) => n % 2 === 1);
}

const ascii = (value: unknown): string => JSON.stringify(value).replace(/[\u0080-\uffff]+/g, escaped);

function escaped(text: string): string {
  let out = '';
  for (let at = 0; at < text.length; at++) out += `\\u${text.charCodeAt(at).toString(16).padStart(4, '0')}`;
  return out;
}
