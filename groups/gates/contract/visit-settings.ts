import type { SettingDefinition } from '#kernel/settings/setting.ts';
import type { VisitKind } from './visit-rows.ts';

const minutes = (key: string, defaultValue: number, max = 1440) =>
  ({ key, unit: 'minutes', defaultValue, min: 5, max, weak: true }) as const;

export const visitSettings = {
  stayVisitor: minutes('gates.stay-visitor', 120),
  stayWorker: minutes('gates.stay-worker', 600),
  stayCourier: minutes('gates.stay-courier', 30),
  stayService: minutes('gates.stay-service', 240),
  outLongest: minutes('gates.out-longest', 240, 10_080),
  helpAge: { key: 'gates.help-age', unit: 'years', defaultValue: 80, min: 60, max: 110, weak: true },
  keepVisits: {
    key: 'gates.keep-visits-days',
    unit: 'days',
    defaultValue: 30,
    min: 14,
    max: 1095,
    weak: true,
  },
  keepLooks: { key: 'gates.keep-looks-days', unit: 'days', defaultValue: 1095, min: 180, max: 3650 },
} as const satisfies Record<string, SettingDefinition>;

/** How long somebody of a kind is expected to stay. */
export const STAY_OF: Readonly<Record<VisitKind, SettingDefinition>> = {
  visitor: visitSettings.stayVisitor,
  worker: visitSettings.stayWorker,
  courier: visitSettings.stayCourier,
  service: visitSettings.stayService,
};
