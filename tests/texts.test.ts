import { readdirSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { httpProblems } from '#apps/server/http.ts';
import { composeModules, type Mounted } from '#apps/server/modules.ts';
import { accountsProblems, accountsSettings } from '#core/accounts/contract.ts';
import { accountsCommands } from '#core/accounts/server/commands.ts';
import { keysDoor } from '#core/privacy/module.ts';
import { backupProblems } from '#kernel/backup/problems.ts';
import { commandProblems } from '#kernel/command/problems.ts';
import { openKeyRing } from '#kernel/crypto/key-ring.ts';
import { cryptoProblems } from '#kernel/crypto/problems.ts';
import { dbProblems } from '#kernel/db/problems.ts';
import type { ProblemKind } from '#kernel/problem/problem.ts';
import { queryProblems } from '#kernel/query/context.ts';
import { settingsProblems } from '#kernel/settings/contract.ts';
import { sheetProblems } from '#kernel/sheet/problems.ts';
import { syncProblems } from '#kernel/sync/problems.ts';
import { tlsProblems } from '#kernel/tls/problems.ts';
import { LANGUAGES } from '#kernel/ui/language.ts';
import { knownTexts, type Text } from '#kernel/ui/text.ts';

const HOUSE = fileURLToPath(new URL('..', import.meta.url));
const KERNEL: readonly Readonly<Record<string, ProblemKind>>[] = [
  backupProblems,
  commandProblems,
  cryptoProblems,
  dbProblems,
  httpProblems,
  queryProblems,
  settingsProblems,
  sheetProblems,
  syncProblems,
  tlsProblems,
];

let texts: readonly Text[];
let modules: readonly Mounted[];

beforeAll(async () => {
  for (const file of messageFiles()) await import(pathToFileURL(HOUSE + file).href);
  texts = knownTexts();
  modules = composeModules(
    {
      name: 'accounts',
      migrations: new URL('.', import.meta.url),
      rules: {},
      problems: accountsProblems,
      settings: Object.values(accountsSettings),
    },
    keysDoor('nowhere', openKeyRing('nowhere')),
  );
});

/** Whatever defines texts stands in a folder `messages`. */
function messageFiles(): string[] {
  return ['kernel', 'core', 'groups', 'apps'].flatMap((top) =>
    readdirSync(HOUSE + top, { recursive: true, encoding: 'utf8' })
      .filter((file) => /(^|\/)messages\/[^/]+\.ts$/.test(file) && !file.endsWith('.test.ts'))
      .map((file) => `${top}/${file}`),
  );
}

const hasText = (key: string): boolean =>
  texts.some((text) => LANGUAGES.every((language) => text.messages[language][key] !== undefined));

/** `{name}` and the name of `{name|one|many}`. */
const placeholders = (message: string): Set<string> =>
  new Set([...message.matchAll(/\{([^{}|]+)/g)].map((match) => match[1] ?? ''));

describe('every text', () => {
  test('stands in both languages, and none is empty', () => {
    expect(texts.length).toBeGreaterThan(10);
    const faults: string[] = [];
    for (const { messages } of texts) {
      const keys = new Set(LANGUAGES.flatMap((language) => Object.keys(messages[language])));
      for (const key of keys) {
        for (const language of LANGUAGES) {
          if (!messages[language][key]?.trim()) faults.push(`${key} in ${language}`);
        }
      }
    }
    expect(faults).toEqual([]);
  });

  test('in English asks for no placeholder that the Chinese does not have', () => {
    const faults: string[] = [];
    for (const { messages } of texts) {
      for (const [key, english] of Object.entries(messages.en)) {
        const known = placeholders(messages['zh-CN'][key] ?? '');
        for (const name of placeholders(english)) if (!known.has(name)) faults.push(`${key}: {${name}}`);
      }
    }
    expect(faults).toEqual([]);
  });

  test('that counts says the number beside the word', () => {
    const faults = texts.flatMap(({ messages }) =>
      Object.entries(messages.en).flatMap(([key, english]) =>
        [...english.matchAll(/\{([^{}|]+)\|/g)]
          .filter(([, name]) => !english.includes(`{${name}}`))
          .map(() => key),
      ),
    );
    expect(faults).toEqual([]);
  });

  test('keeps calm: no exclamation marks', () => {
    const loud = texts.flatMap(({ messages }) =>
      LANGUAGES.flatMap((language) => Object.values(messages[language]).filter((text) => /[!！]/.test(text))),
    );
    expect(loud).toEqual([]);
  });

  test('of a problem or a command is written once', () => {
    const seen = new Map<string, number>();
    for (const { messages } of texts) {
      for (const key of Object.keys(messages['zh-CN'])) {
        if (/^(problem|command)\./.test(key)) seen.set(key, (seen.get(key) ?? 0) + 1);
      }
    }
    expect([...seen].filter(([, times]) => times > 1)).toEqual([]);
  });
});

describe('what a person is told', () => {
  test('every problem has words, and a number of its own', () => {
    const kinds = [...KERNEL, ...modules.map((module) => module.problems)].flatMap((set) =>
      Object.values(set),
    );
    expect(kinds.length).toBeGreaterThan(50);
    expect(kinds.filter(({ code }) => !hasText(`problem.${code}`)).map(({ code }) => code)).toEqual([]);
    const codes = new Map<number, string>();
    for (const { number, code } of kinds) {
      expect(codes.get(number) ?? code).toBe(code);
      codes.set(number, code);
    }
  });

  test('every command has a name for the outbox and the list of refusals', () => {
    const kinds = [accountsCommands, ...modules.map((module) => module.commands)].flatMap((commands) =>
      Object.keys(commands?.kinds ?? {}),
    );
    expect(kinds.length).toBeGreaterThan(20);
    expect(kinds.filter((kind) => !hasText(`command.${kind}`))).toEqual([]);
  });

  test('every dated setting has a name, and says where its default comes from', () => {
    const keys = modules.flatMap((module) => module.settings ?? []).map(({ key }) => key);
    expect(keys.length).toBeGreaterThan(15);
    const untold = keys
      .flatMap((key) => [`setting.${key}`, `setting-source.${key}`])
      .filter((k) => !hasText(k));
    expect(untold).toEqual([]);
  });

  test('every value of a setting that is a word is said', () => {
    const choices = modules
      .flatMap((module) => module.settings ?? [])
      .filter(({ unit }) => unit === 'choice')
      .flatMap(({ key, allowed }) => (allowed ?? []).map((value) => `setting-choice.${key}.${value}`));
    expect(choices.filter((key) => !hasText(key))).toEqual([]);
  });
});
