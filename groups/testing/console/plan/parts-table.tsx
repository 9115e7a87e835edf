import { text as zoneText } from '#core/zones/messages/index.ts';
import { FigureLink, TableFrame } from '#kernel/ui/console/index.ts';
import { useText } from '#kernel/ui/use-text.ts';
import type { Planning } from '../../contract/plan-queries.ts';
import { planText } from '../../messages/plan.ts';
import { to } from '../paths.ts';

type Part = Planning['parts'][number];
const COUNTS = ['people', 'expected', 'away', 'exempt'] as const;

/** What each part of the scope brings, and everybody once; the sum opens the people it counts. */
export function PartsTable({ roundId, planning }: { roundId: string; planning: Planning }) {
  const t = useText(planText);
  const zone = useText(zoneText);
  const { parts, total } = planning;
  const nameOf = ({ part, zone: status }: Part): string =>
    t(`part.${part}`, { status: status === null ? '' : zone(`status.${status}`) });
  return (
    <TableFrame label={t('scope-listed')}>
      <table className="plan-table">
        <thead>
          <tr>
            <th scope="col">{t('part')}</th>
            <th scope="col">{t('chosen')}</th>
            <th scope="col">{t('registered')}</th>
            <th scope="col">{t('expected')}</th>
            <th scope="col">{t('away')}</th>
            <th scope="col">{t('exempt')}</th>
          </tr>
        </thead>
        <tbody>
          {parts.map((part) => (
            <tr key={`${part.part}/${part.zone ?? ''}`}>
              <th scope="row">{nameOf(part)}</th>
              <td>{t(part.part === 'list' ? 'chosen.people' : 'chosen.places', { count: part.chosen })}</td>
              {COUNTS.map((count) => (
                <td key={count}>{part[count]}</td>
              ))}
            </tr>
          ))}
          <tr className="plan-total">
            <th scope="row">{t('total')}</th>
            <td />
            {COUNTS.map((count) => (
              <td key={count}>
                <FigureLink
                  value={total[count]}
                  label={t(count === 'people' ? 'registered' : count)}
                  to={to.people(
                    roundId,
                    count === 'people' || count === 'expected' ? 'everybody' : 'excused',
                  )}
                />
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </TableFrame>
  );
}
