import { StateFace, TableFrame } from '#kernel/ui/console/index.ts';
import { useText } from '#kernel/ui/use-text.ts';
import type { Planning } from '../../contract/plan-queries.ts';
import { staffOf } from '../../domain/plan/force.ts';
import { planText } from '../../messages/plan.ts';

type Key = 'sites' | 'lanes' | 'samplers' | 'registrars' | 'helpers' | 'staff';

/** Needed by the settings beside planned; what is short is said in words. */
export function ForceTable({ planning }: { planning: Planning }) {
  const t = useText(planText);
  const { planned, needed, rules } = planning;
  const ruleOf: Readonly<Record<Exclude<Key, 'staff'>, number>> = {
    sites: rules.peoplePerSite,
    lanes: rules.samplersPerLane,
    samplers: rules.peoplePerSampler,
    registrars: rules.registrarsPerLane,
    helpers: rules.helpersPerSite,
  };
  const row = (key: Key, need: number, have: number) => {
    const short = Math.max(0, need - have);
    const kind = key === 'sites' || key === 'lanes' ? key : 'people';
    return (
      <tr key={key} className={key === 'staff' ? 'plan-total' : ''}>
        <th scope="row">{t(key)}</th>
        <td>{key === 'staff' ? '' : t(`rule.${key}`, { count: ruleOf[key] })}</td>
        <td>{need}</td>
        <td>{have}</td>
        <td>
          <StateFace
            face={short > 0 ? 'flagged' : 'done'}
            word={short > 0 ? t(`short.${kind}`, { count: short }) : t('enough')}
          />
        </td>
      </tr>
    );
  };
  return (
    <TableFrame label={t('force')}>
      <table className="plan-table plan-force">
        <thead>
          <tr>
            <th scope="col">{t('what')}</th>
            <th scope="col">{t('rule')}</th>
            <th scope="col">{t('needed')}</th>
            <th scope="col">{t('planned')}</th>
            <th scope="col">{t('verdict')}</th>
          </tr>
        </thead>
        <tbody>
          {(['sites', 'lanes', 'samplers', 'registrars', 'helpers'] as const).map((key) =>
            row(key, needed[key], planned[key]),
          )}
          {row('staff', staffOf(needed), staffOf(planned))}
        </tbody>
      </table>
    </TableFrame>
  );
}
