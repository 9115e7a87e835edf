import { useEffect } from 'react';
import { phoneText as accountsText } from '#core/accounts/messages/phone.ts';
import { keepOnly } from '#kernel/files/client/kept-files.ts';
import { useSyncClient } from '#kernel/sync/client/hooks.ts';
import { useGo } from '#kernel/ui/navigation.tsx';
import { EmptyFace, PhoneList, PhonePage, PhoneRow } from '#kernel/ui/phone/index.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { conductMark } from '../messages/mark.ts';
import { phoneText } from '../messages/phone.ts';
import { toPhone } from '../paths.ts';
import { CodeFace } from './code-face.tsx';
import type { CodeHere } from './codes-here.ts';
import { useCodes } from './use-codes.ts';

/** Every group's code in force: mine first, the others to be learnt before a duty there. */
export default function Codes() {
  const t = useText(phoneText);
  const codes = useCodes();
  useTidyVideos(codes);
  return (
    <PhonePage title={t('title')} mark={conductMark} back="/">
      {codes.length === 0 ? <EmptyFace title={t('list.empty')} next={t('list.empty-next')} /> : null}
      <Part title={t('list.mine')} codes={codes.filter(({ mine }) => mine)} />
      <Part title={t('list.others')} codes={codes.filter(({ mine }) => !mine)} />
    </PhonePage>
  );
}

/** Videos of versions that hold no longer leave the phone. */
function useTidyVideos(codes: readonly CodeHere[]) {
  const { areaId } = useSyncClient();
  useEffect(() => {
    const wanted = new Set(codes.flatMap(({ code }) => code.video?.file.fileId ?? []));
    if (codes.length > 0) void keepOnly(areaId, wanted);
  }, [areaId, codes]);
}

function Part({ title, codes }: { title: string; codes: readonly CodeHere[] }) {
  const t = useText(phoneText);
  const groups = useText(accountsText);
  const go = useGo();
  if (codes.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <PhoneList label={title}>
        {codes.map((here) => {
          const { id, group, number, points, questions } = here.code;
          const detail = t('list.detail', { number: number ?? 0, points: points.length });
          const quiz = questions.length > 0 ? ` · ${t('list.quiz', { count: questions.length })}` : '';
          return (
            <PhoneRow
              key={id}
              title={groups(`group.${group}`)}
              detail={detail + quiz}
              aside={<CodeFace here={here} />}
              onPress={() => go(toPhone.code(id))}
            />
          );
        })}
      </PhoneList>
    </section>
  );
}
