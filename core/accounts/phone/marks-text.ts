import type { useText } from '#kernel/ui/use-text.ts';
import { phoneText } from '../messages/phone.ts';

const words: Readonly<Record<string, string>> = phoneText.messages['zh-CN'];
type Key = keyof (typeof phoneText.messages)['zh-CN'] & string;
const isKey = (mark: string): mark is Key => mark in words;

/** What a locked phone says of a person beside the mask: 核酸检测组 · 志愿者. */
export function marksText(
  t: ReturnType<typeof useText<(typeof phoneText.messages)['zh-CN']>>,
  marks: readonly string[],
): string {
  const say = t as (key: string) => string;
  return [...marks].reverse().filter(isKey).map(say).join(' · ');
}
