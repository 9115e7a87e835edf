import type { Problem, ProblemDetails } from '../problem/problem.ts';
import type { Language } from './language.ts';

/**
 * Texts of one module in both languages. Placeholders are `{name}`; where English needs a plural it writes
 * `{count|tube|tubes}`: the first form for 1, else the second. Without React: servers, prints and the CLI use it too.
 */
export type Messages = Readonly<Record<string, string>>;

export interface Text<M extends Messages = Messages> {
  readonly messages: Readonly<Record<Language, M | Readonly<Record<keyof M, string>>>>;
}

type Names<S> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;

export type TextParams = Readonly<Record<string, string | number>>;

/** The placeholders a message needs; none where it has none. Written numbers are grouped: pass codes as strings. */
export type ParamsOf<S> = [Names<S>] extends [never]
  ? [params?: undefined]
  : [params: Readonly<Record<Names<S>, string | number>>];

export type Translate<M extends Messages> = <K extends keyof M & string>(
  key: K,
  ...params: ParamsOf<M[K]>
) => string;

/** Every text set made so far; `problemText` looks through it, and the completeness test walks it. */
const known = new Set<Text>();

/** A module's messages: `defineText({ 'zh-CN': zh, en })`, with `en satisfies Record<keyof typeof zh, string>`. */
export function defineText<const M extends Messages>(messages: {
  readonly 'zh-CN': M;
  readonly en: Readonly<Record<keyof M, string>>;
}): Text<M> {
  const text: Text<M> = { messages };
  known.add(text as unknown as Text);
  return text;
}

/** A translator for one language: what `useText` gives to a component, and a print or server makes by itself. */
export function translator<M extends Messages>(text: Text<M>, language: Language): Translate<M> {
  return (key, ...params) => fill(text.messages[language][key], params[0], language);
}

/** The text of a problem in plain words, from whichever module registered `problem.<code>`. */
export function problemText(problem: Pick<Problem, 'code' | 'details'>, language: Language): string {
  const key = `problem.${problem.code}`;
  for (const text of known) {
    const message = text.messages[language][key];
    if (message !== undefined)
      return fill(message, readable(problem.details, text.messages[language]), language);
  }
  return language === 'en' ? `Not possible now (${problem.code})` : `现在办不了（${problem.code}）`;
}

/** What a command is called, from the module's message `command.<kind>`, e.g. `command.testing.sample`. */
export const kindText = (kind: string, language: Language): string => named('command', kind, language);

/** What a permission allows, from `action.<module>.<verb>`, or the name of the command it is asked for. */
export function actionText(action: string, language: Language): string {
  const name = action.replace(':', '.');
  const words = named('action', name, language);
  if (words !== name) return words;
  const command = named('command', name, language);
  return command === name ? action : command;
}

/** A text in both languages, for what a server says without knowing who will read it. */
export type Said = Readonly<Record<Language, string>>;

/** A message in both languages. */
export const said = <M extends Messages>(text: Text<M>, key: keyof M & string): Said => ({
  'zh-CN': text.messages['zh-CN'][key],
  en: text.messages.en[key],
});

/** A message with its placeholders filled, in both languages. */
export const saidWith = <M extends Messages, K extends keyof M & string>(
  text: Text<M>,
  key: K,
  ...params: ParamsOf<M[K]>
): Said => ({
  'zh-CN': translator(text, 'zh-CN')(key, ...params),
  en: translator(text, 'en')(key, ...params),
});

/** What a setting is called, and where its default comes from, as the module's messages say. */
export const settingSaid = (key: string, what: 'setting' | 'setting-source'): Said => ({
  'zh-CN': named(what, key, 'zh-CN'),
  en: named(what, key, 'en'),
});

/** What one value of a setting whose values are words means. */
export const choiceSaid = (key: string, value: number): Said => ({
  'zh-CN': named('setting-choice', `${key}.${value}`, 'zh-CN'),
  en: named('setting-choice', `${key}.${value}`, 'en'),
});

function named(
  what: 'action' | 'command' | 'setting' | 'setting-source' | 'setting-choice',
  name: string,
  language: Language,
): string {
  for (const text of known) {
    const message = text.messages[language][`${what}.${name}`];
    if (message !== undefined) return message;
  }
  return name;
}

export const knownTexts = (): readonly Text[] => [...known];

/** Replaces `{name}` and `{name|one|many}`; a name that was not given stays visible, so that the gap shows. */
export function fill(message: string, params: TextParams | undefined, language: Language): string {
  return message.replace(/\{([^{}|]+)(?:\|([^{}|]*)\|([^{}|]*))?\}/g, (whole, name: string, one, many) => {
    const value = params?.[name];
    if (value === undefined) return whole;
    if (one !== undefined) return value === 1 ? one : many;
    return typeof value === 'number' ? value.toLocaleString(language) : value;
  });
}

/** A detail that is the key of a message of the same module is said in its words, e.g. `codes.kind.box`. */
function readable(details: ProblemDetails, words: Messages): TextParams {
  const params: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(details)) {
    params[name] = typeof value === 'number' ? value : (words[String(value)] ?? String(value ?? ''));
  }
  return params;
}
