import type { AddressRule } from './rule.ts';

export interface KnownRule {
  /** Names its text in the message files: `places.address-rule.<name>`. */
  readonly name: string;
  readonly rule: AddressRule;
}

const ROOM = '{room}[室]';

/** 13号甲 and 13甲号 are the same building. */
const both = (pattern: (number: string) => string): string[] => [
  pattern('{building}号[{suffix}]'),
  pattern('{building}{suffix}号'),
];

const byUnit = (name: string, unit: string, label = unit): KnownRule[] => [
  {
    name: `${name}-entrance-room`,
    rule: {
      patterns: [
        `[{road}]{building}${unit}[-]{entrance}(单元|门|号门|门洞|梯)[-]${ROOM}`,
        `[{road}]{building}${unit}-{entrance}-${ROOM}`,
      ],
      label: `{building}${label}`,
      entrance: '{entrance}单元',
      room: '{room}',
      floor: 'room',
    },
  },
  {
    name: `${name}-floor-room`,
    rule: {
      patterns: [`[{road}]{building}${unit}[-]{floor}(层|楼)[-]{unit}[室]`],
      label: `{building}${label}`,
      entrance: '',
      room: '{floor}{unit}',
      floor: 'piece',
    },
  },
  {
    name: `${name}-room`,
    rule: {
      patterns: [`[{road}]{building}${unit}[-]${ROOM}`],
      label: `{building}${label}`,
      entrance: '',
      room: '{room}',
      floor: 'room',
    },
  },
];

/**
 * Ways of writing addresses that are offered and recognised, most particular first. An area saves its own beside
 * them; a rule that is used is saved with the compound, so a change here changes no register.
 */
export const KNOWN_RULES: readonly KnownRule[] = [
  {
    name: 'lane-in-lane',
    rule: {
      patterns: both((number) => `[{road}]{lane}弄[-]{inner}(支弄|弄)[-]${number}[-]${ROOM}`),
      label: '{lane}弄{inner}支弄{building}号[{suffix}]',
      entrance: '',
      room: '{room}',
      floor: 'room',
    },
  },
  {
    name: 'lane-number-room',
    rule: {
      patterns: both((number) => `[{road}]{lane}弄[-]${number}[-]${ROOM}`),
      label: '{lane}弄{building}号[{suffix}]',
      entrance: '',
      room: '{room}',
      floor: 'room',
    },
  },
  {
    name: 'lane-house',
    rule: {
      patterns: both((number) => `[{road}]{lane}弄[-]${number}[-][(别墅|整栋|整幢|全幢)]`),
      label: '{lane}弄{building}号[{suffix}]',
      entrance: '',
      room: '整栋',
      floor: 'none',
    },
  },
  {
    name: 'tower-floor-room',
    rule: {
      patterns: ['[{road}]{tower}(座|栋|塔楼)[-]{floor}(层|楼|F)[-]{unit}[室]'],
      label: '{tower}座',
      entrance: '',
      room: '{floor}{unit}',
      floor: 'piece',
    },
  },
  {
    name: 'tower-room',
    rule: {
      patterns: [
        `[{road}]{tower}(座|塔楼)[-][{floor}(层|楼|F)][-]${ROOM}`,
        `[{road}]{tower}-{floor}(层|楼|F)[-]${ROOM}`,
      ],
      label: '{tower}座',
      entrance: '',
      room: '{room}',
      floor: 'room',
    },
  },
  ...byUnit('block', '号楼'),
  ...byUnit('block-zhuang', '幢'),
  ...byUnit('block-dong', '栋'),
  {
    name: 'number-entrance-room',
    rule: {
      patterns: both((number) => `[{road}]${number}[-]{entrance}(单元|门|门洞|梯)[-]${ROOM}`),
      label: '{building}号[{suffix}]',
      entrance: '{entrance}单元',
      room: '{room}',
      floor: 'room',
    },
  },
  {
    name: 'number-room',
    rule: {
      patterns: both((number) => `[{road}]${number}[-]${ROOM}`),
      label: '{building}号[{suffix}]',
      entrance: '',
      room: '{room}',
      floor: 'room',
    },
  },
  {
    name: 'villa',
    rule: {
      patterns: [
        ...both((number) => `[{road}]${number}[-][(别墅|整栋|整幢|全幢)]`),
        '[{road}]{building}(幢|栋|号楼)[-][(别墅|整栋|整幢|全幢)]',
        '[{road}](别墅|VILLA){building}',
        '{building}[{suffix}]',
      ],
      label: '{building}号[{suffix}]',
      entrance: '',
      room: '整栋',
      floor: 'none',
    },
  },
  {
    name: 'dashes-three',
    rule: {
      patterns: [`[{road}]{building}[{suffix}]-{entrance}[单元]-${ROOM}`],
      label: '{building}号楼[{suffix}]',
      entrance: '{entrance}单元',
      room: '{room}',
      floor: 'room',
    },
  },
  {
    name: 'dashes-two',
    rule: {
      patterns: [`[{road}]{building}[{suffix}][-{floor}层]-${ROOM}`],
      label: '{building}号楼[{suffix}]',
      entrance: '',
      room: '{room}',
      floor: 'room',
    },
  },
  {
    name: 'tower-dash-room',
    rule: {
      patterns: [`[{road}]{tower}-${ROOM}`],
      label: '{tower}座',
      entrance: '',
      room: '{room}',
      floor: 'room',
    },
  },
];
