import type { PlannedStep, ProposalView, StatusView } from '../contract.ts';
import { AnswerDrawer } from './answer-drawer.tsx';
import { AsideDrawer } from './aside-drawer.tsx';
import { EndDrawer } from './end-drawer.tsx';
import { PlaceDrawer } from './place-drawer.tsx';
import type { NamedPlace } from './place-names.ts';
import { SetDrawer } from './set-drawer.tsx';
import { WithdrawDrawer } from './withdraw-drawer.tsx';

/** What lies open at the right. */
export type Open =
  | { readonly kind: 'place'; readonly placeId: string }
  | { readonly kind: 'set'; readonly placeId: string | null }
  | { readonly kind: 'end' | 'withdraw'; readonly status: StatusView }
  | { readonly kind: 'answer' | 'aside'; readonly proposal: ProposalView };

export function Drawers(props: {
  open: Open | null;
  onOpen: (open: Open | null) => void;
  places: readonly NamedPlace[];
  statuses: readonly StatusView[];
  steps: readonly PlannedStep[];
  nameOf: (placeId: string) => string;
}) {
  const { open, onOpen, places, statuses, steps, nameOf } = props;
  const onClose = () => onOpen(null);
  switch (open?.kind) {
    case undefined:
      return null;
    case 'place': {
      const place = places.find(({ id }) => id === open.placeId);
      const ways = {
        onSet: (placeId: string) => onOpen({ kind: 'set', placeId }),
        onEnd: (status: StatusView) => onOpen({ kind: 'end', status }),
        onWithdraw: (status: StatusView) => onOpen({ kind: 'withdraw', status }),
        onClose,
      };
      return place ? <PlaceDrawer place={place} statuses={statuses} steps={steps} ways={ways} /> : null;
    }
    case 'set':
      return <SetDrawer placeId={open.placeId} places={places} onClose={onClose} />;
    case 'end':
      return <EndDrawer status={open.status} place={nameOf(open.status.placeId)} onClose={onClose} />;
    case 'withdraw':
      return <WithdrawDrawer status={open.status} place={nameOf(open.status.placeId)} onClose={onClose} />;
    case 'answer':
      return (
        <AnswerDrawer proposal={open.proposal} place={nameOf(open.proposal.placeId)} onClose={onClose} />
      );
    case 'aside':
      return <AsideDrawer proposal={open.proposal} place={nameOf(open.proposal.placeId)} onClose={onClose} />;
  }
}
