/** Templates of address rules: compiled to a matcher, and filled in to a label. */

/** What each piece may be. All are bounded and none repeats another, so that matching cannot run away. */
const PIECES: Readonly<Record<string, string>> = {
  /** Road and compound names in front; said again on every line and not needed. */
  road: '[^0-9A-Z\\-]{0,40}?',
  lane: '[0-9]{1,5}',
  inner: '[0-9]{1,4}',
  tower: '[A-Z]{1,2}|[东南西北中]|[0-9]{1,3}',
  building: '[0-9]{1,4}[A-Z]?',
  suffix: '[甲乙丙丁戊己庚辛壬癸]',
  entrance: '[0-9]{1,2}|[A-Z]|[甲乙丙丁东南西北中]',
  floor: 'B?[0-9]{1,3}|底|顶',
  /** A number within its floor, of at most two digits. */
  unit: '[0-9]{1,2}[A-Z]?',
  room: [
    '[A-Z]{0,2}[0-9]{1,5}[A-Z]?(?:-[0-9A-Z]{1,2})?[甲乙丙丁东南西北中前后]?',
    '(?:地下|底|阁|[0-9]{1,2})(?:楼|层)[东南西北中前后左右]{0,2}(?:间|厢房|楼)?',
    '亭子间|灶间|天井',
  ].join('|'),
};

export type Pieces = Readonly<Record<string, string>>;

type Node =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'piece'; readonly name: string }
  | { readonly kind: 'optional'; readonly nodes: readonly Node[] }
  | { readonly kind: 'choice'; readonly words: readonly string[] };

const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

function parse(template: string): Node[] {
  const nodes: Node[] = [];
  let at = 0;
  const until = (close: string): string => {
    const end = template.indexOf(close, at + 1);
    if (end < 0) throw new TypeError(`no ${close}`);
    const inner = template.slice(at + 1, end);
    at = end + 1;
    return inner;
  };
  while (at < template.length) {
    const char = template.charAt(at);
    if (char === '{') {
      const name = until('}');
      if (!(name in PIECES)) throw new TypeError('unknown piece');
      nodes.push({ kind: 'piece', name });
    } else if (char === '[') nodes.push({ kind: 'optional', nodes: parse(until(']')) });
    else if (char === '(') nodes.push({ kind: 'choice', words: until(')').split('|') });
    else if (char === ']' || char === ')' || char === '}') throw new TypeError(`stray ${char}`);
    else {
      nodes.push({ kind: 'text', text: char });
      at++;
    }
  }
  return nodes;
}

/** @returns why it is no template, or null */
export function templateFault(template: string): string | null {
  try {
    parse(template);
    return null;
  } catch (error) {
    if (error instanceof TypeError) return error.message;
    throw error;
  }
}

/** Reads a whole normal address; null when it does not fit. A missing optional piece is absent. */
export type Matcher = (address: string) => Pieces | null;

export function compile(template: string): Matcher {
  const names: string[] = [];
  const source = (nodes: readonly Node[]): string =>
    nodes
      .map((node) => {
        if (node.kind === 'text') return literal(node.text);
        if (node.kind === 'choice') return `(?:${node.words.map(literal).join('|')})`;
        if (node.kind === 'optional') return `(?:${source(node.nodes)})?`;
        names.push(node.name);
        return `(${PIECES[node.name] ?? ''})`;
      })
      .join('');
  const pattern = new RegExp(`^${source(parse(template))}$`, 'u');
  return (address) => {
    const match = pattern.exec(address);
    if (!match) return null;
    const pieces: Record<string, string> = {};
    names.forEach((name, index) => {
      const value = match[index + 1];
      if (value !== undefined) pieces[name] = value;
    });
    return pieces;
  };
}

/** Fills a template in; an optional part with a missing piece is left out, a needed piece that is missing is empty. */
export function fill(template: string, pieces: Pieces): string {
  const write = (nodes: readonly Node[]): string =>
    nodes
      .map((node) => {
        if (node.kind === 'text') return node.text;
        if (node.kind === 'choice') return node.words[0] ?? '';
        if (node.kind === 'piece') return shown(node.name, pieces[node.name] ?? '');
        return node.nodes.every((inner) => inner.kind !== 'piece' || pieces[inner.name])
          ? write(node.nodes)
          : '';
      })
      .join('');
  return write(parse(template));
}

/** A number within its floor has two digits, so that 1层25 and 12层5 stay two rooms; leading zeros elsewhere go. */
function shown(name: string, value: string): string {
  if (name === 'unit') return /^[0-9]$/.test(value) ? `0${value}` : value;
  return name === 'room' ? value : value.replace(/^0+(?=[0-9])/, '');
}
