import type { FlowView } from '../../contract/flow-queries.ts';

export interface Reason {
  readonly rule: string;
  readonly refused: number;
  readonly asked: number;
}

/** Over all gates, the most common first. */
export function reasonsByRule(rows: FlowView['reasons']): readonly Reason[] {
  const found = new Map<string, Reason>();
  for (const { rule, refused, asked } of rows) {
    const sum = found.get(rule) ?? { rule, refused: 0, asked: 0 };
    found.set(rule, { rule, refused: sum.refused + refused, asked: sum.asked + asked });
  }
  const people = ({ refused, asked }: Reason): number => refused + asked;
  return [...found.values()].sort((a, b) => people(b) - people(a) || (a.rule < b.rule ? -1 : 1));
}
