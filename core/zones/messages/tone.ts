import type { Tone } from '#kernel/ui/badge.tsx';
import type { ZoneStatus } from '../contract/rows.ts';

/** 封控 red, 管控 orange, 防范 blue, normal none; always with the word (look.md). */
export const zoneTone: Readonly<Record<ZoneStatus, Tone>> = {
  lockdown: 'red',
  control: 'orange',
  precaution: 'blue',
  normal: 'plain',
};
