import { PhoneCard } from '#kernel/ui/phone/index.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { cardsText } from '../messages/cards.ts';
import { mark } from '../messages/mark.ts';
import { to } from './paths.ts';
import { keptPost } from './post.ts';
import { useGates } from './use-gates.ts';

/** On the first page, while the gates are on this phone: straight to the gate that was chosen last. */
export default function GateCard() {
  const t = useText(cardsText);
  const state = useGates();
  const post = keptPost(state);
  if (state.gates.gates.all().next().done === true) return null;
  return (
    <PhoneCard title={t('title')} mark={mark} to={post ? to.gate(post.gate.id, post.lane.id) : to.choose()}>
      <span>{post ? t('at', { gate: post.gate.name, lane: post.lane.name }) : t('choose')}</span>
    </PhoneCard>
  );
}
