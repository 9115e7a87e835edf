import type { KeptTable } from '#kernel/closing/declaration.ts';
import { said } from '#kernel/ui/text.ts';
import { keptText } from '../messages/kept.ts';

const because = said(keptText, 'because');

/** Places hold nobody: they stay as they are when an emergency is closed. */
export const placesKept: readonly KeptTable[] = [
  {
    table: 'places.compound',
    name: said(keptText, 'compound'),
    because,
    keeps: ['id', 'version', 'name', 'sort', 'address_rule_id', 'ended_at'],
  },
  {
    table: 'places.building',
    name: said(keptText, 'building'),
    because,
    keeps: ['id', 'version', 'compound_id', 'label', 'sort', 'ended_at'],
  },
  {
    table: 'places.entrance',
    name: said(keptText, 'entrance'),
    because,
    keeps: ['id', 'version', 'building_id', 'label', 'sort', 'ended_at'],
  },
  {
    table: 'places.dwelling',
    name: said(keptText, 'dwelling'),
    because,
    keeps: ['id', 'version', 'building_id', 'entrance_id', 'room', 'floor', 'sort', 'ended_at'],
  },
  {
    table: 'places.address_rule',
    name: said(keptText, 'rule'),
    because,
    keeps: ['id', 'version', 'name', 'rule'],
  },
];
