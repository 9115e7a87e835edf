import type { Translate } from '#kernel/ui/text.ts';
import zh from '../../messages/import.zh-CN.ts';

type Key = keyof typeof zh;

const isKey = (key: string): key is Key => key in zh;

/** A catalogue rule in words; a rule the area saved has the name people gave it. */
export function ruleName(t: Translate<typeof zh>, name: string): string {
  const key = `import.rule.name.${name}`;
  return isKey(key) ? t(key as 'import.rule.name.villa') : name;
}
