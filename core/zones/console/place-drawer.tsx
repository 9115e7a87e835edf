import { Button } from 'antd';
import { DetailDrawer, ToneBadge } from '#kernel/ui/console/index.ts';
import { useMay, useSession } from '#kernel/ui/session.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { whenText } from '#kernel/ui/when.ts';
import { type PlannedStep, type StatusView, statusAt, zonesRules } from '../contract.ts';
import { text } from '../messages/index.ts';
import { zoneTone } from '../messages/tone.ts';
import { residentPath } from '../paths.ts';
import type { NamedPlace } from './place-names.ts';
import { stepText } from './step-text.ts';

export interface PlaceWays {
  readonly onSet: (placeId: string) => void;
  readonly onEnd: (status: StatusView) => void;
  readonly onWithdraw: (status: StatusView) => void;
  readonly onClose: () => void;
}

/** One place: what holds there and why, what comes next, what was before, and what may be done. */
export function PlaceDrawer(props: {
  place: NamedPlace;
  statuses: readonly StatusView[];
  steps: readonly PlannedStep[];
  ways: PlaceWays;
}) {
  const { place, statuses, steps, ways } = props;
  const t = useText(text);
  const language = useLanguage();
  const session = useSession();
  const may = useMay(zonesRules, 'zones:set-status');
  const why = may ? '' : t('zones.not-allowed');
  const now = Date.now();
  const { status, declared } = statusAt(statuses, place.path, now);
  const own = statuses.find(({ id, placeId }) => id === declared?.id && placeId === place.id);
  const history = statuses.filter(({ placeId }) => placeId === place.id);
  return (
    <DetailDrawer title={place.name} open onClose={ways.onClose}>
      <p>
        <ToneBadge tone={zoneTone[status]} word={t(`status.${status}`)} />{' '}
        {declared === null
          ? t('place.nothing')
          : `${own ? t('place.own') : t('place.above')} · ${t('place.since', { when: whenText(declared.from, language) })}`}
      </p>
      {declared === null ? null : (
        <p>
          {declared.reason}（{declared.source}）
        </p>
      )}
      {own ? (
        <p>
          {t('zones.next')}：
          {stepText(
            steps.find(({ statusId }) => statusId === own.id),
            language,
            now,
          )}
        </p>
      ) : null}
      <p className="zones-proposal-ways">
        <Button type="primary" disabled={!may} title={why} onClick={() => ways.onSet(place.id)}>
          {t('zones.set')}
        </Button>
        {own ? (
          <>
            <Button disabled={!may} title={why} onClick={() => ways.onEnd(own)}>
              {t('zones.end')}
            </Button>
            <Button danger disabled={!may} title={why} onClick={() => ways.onWithdraw(own)}>
              {t('zones.withdraw')}
            </Button>
          </>
        ) : null}
      </p>
      {session === null || place.kind === 'compound' ? null : (
        <p>
          <a href={residentPath(session.areaId, place.id)} target="_blank" rel="noreferrer">
            {t('place.resident-page')}
          </a>
        </p>
      )}
      <h3>{t('zones.history')}</h3>
      {history.length === 0 ? <p>{t('zones.no-history')}</p> : null}
      <ul className="zones-proposals">
        {history.map((row) => (
          <li key={row.id}>
            <div>
              <ToneBadge tone={zoneTone[row.status]} word={t(`status.${row.status}`)} />{' '}
              {whenText(row.from, language)} –{' '}
              {row.until === null ? t('zones.open-ended') : whenText(row.until, language)}
              {row.withdrawnAt === null ? null : <strong> {t('zones.withdrawn')}</strong>}
              <p>{row.endReason === null ? row.reason : `${row.reason}；${row.endReason}`}</p>
            </div>
          </li>
        ))}
      </ul>
    </DetailDrawer>
  );
}
