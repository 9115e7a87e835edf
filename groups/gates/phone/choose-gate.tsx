import { useSyncState } from '#kernel/sync/client/hooks.ts';
import { useGo } from '#kernel/ui/navigation.tsx';
import { PhoneList, PhonePage, PhoneRow, SyncNow } from '#kernel/ui/phone/index.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { cardsText } from '../messages/cards.ts';
import { mark } from '../messages/mark.ts';
import { minuteText } from '../messages/minute-text.ts';
import { phoneText } from '../messages/phone.ts';
import { NoGate } from './no-gate.tsx';
import { to } from './paths.ts';
import { keepPost, type Post, posts } from './post.ts';
import { useGates } from './use-gates.ts';

/** Which gate am I at: the only question before the work begins; asked once, then remembered. */
export default function ChooseGate() {
  const t = useText(phoneText);
  const card = useText(cardsText);
  const go = useGo();
  const state = useGates();
  const sync = useSyncState();
  const all = posts(state);
  return (
    <PhonePage title={t('choose.title')} mark={mark} back="/" aside={<SyncNow />}>
      {all.length === 0 ? (
        <NoGate state={state} title={t('choose.empty')} next={t('choose.empty-next')} />
      ) : null}
      {all.length > 0 && sync.loading ? <p role="status">{t('choose.loading')}</p> : null}
      <PhoneList label={t('choose.title')}>
        {all.map((post) => (
          <PhoneRow
            key={post.lane.id}
            title={card('at', { gate: post.gate.name, lane: post.lane.name })}
            detail={<PostDetail post={post} />}
            onPress={() => {
              keepPost(post.gate.id, post.lane.id);
              go(to.gate(post.gate.id, post.lane.id));
            }}
          />
        ))}
      </PhoneList>
    </PhonePage>
  );
}

function PostDetail({ post: { gate, lane } }: { post: Post }) {
  const t = useText(phoneText);
  const { openFrom, openUntil } = gate;
  const hours =
    openFrom === null || openUntil === null ? '' : ` · ${minuteText(openFrom)}–${minuteText(openUntil)}`;
  return (
    <>
      {t(`lane.${lane.direction}`)}
      {hours}
    </>
  );
}
