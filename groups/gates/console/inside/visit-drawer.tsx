import { Button, Descriptions, Popconfirm, Space } from 'antd';
import { formatPlate } from '#core/codes/contract.ts';
import { DetailDrawer, ProblemAlert } from '#kernel/ui/console/index.ts';
import { newId } from '#kernel/ui/submit.ts';
import { useSubmit } from '#kernel/ui/use-submit.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { whenText } from '#kernel/ui/when.ts';
import type { InsideVisit } from '../../contract/visit-queries.ts';
import { insideText } from '../../messages/inside.ts';
import { visitWords } from '../../messages/visit-words.ts';

/** One visit: they left after all, they stay longer, or it never was. */
export function VisitDrawer({ visit, onClose }: { visit: InsideVisit | null; onClose: () => void }) {
  const t = useText(insideText);
  const words = useText(visitWords);
  const title = visit === null ? '' : [words(`kind.${visit.kind}`), visit.place, visit.room].join(' ');
  return (
    <DetailDrawer title={title} open={visit !== null} onClose={onClose}>
      {visit === null ? null : (
        <>
          <VisitFacts visit={visit} />
          <VisitDeeds key={visit.id} visit={visit} onDone={onClose} />
          <p className="inside-note">{t('deeds-note')}</p>
        </>
      )}
    </DetailDrawer>
  );
}

function VisitFacts({ visit }: { visit: InsideVisit }) {
  const t = useText(insideText);
  const language = useLanguage();
  const { people, name, phoneTail, plate, gate, enteredAt, expectedUntil } = visit;
  const facts = [
    [t('people'), people],
    [t('name'), name],
    [t('phone-tail'), phoneTail],
    [t('plate'), plate === null ? null : formatPlate(plate)],
    [t('gate'), gate],
    [t('entered'), whenText(enteredAt, language)],
    [t('until'), whenText(expectedUntil, language)],
  ] as const;
  return (
    <Descriptions
      column={1}
      size="small"
      items={facts.flatMap(([label, children]) =>
        children === null ? [] : [{ key: label, label, children }],
      )}
    />
  );
}

function VisitDeeds({ visit, onDone }: { visit: InsideVisit; onDone: () => void }) {
  const t = useText(insideText);
  const left = useSubmit(t('leave.done'));
  const longer = useSubmit(t('extend.done'));
  const voided = useSubmit(t('void.done'));
  const close = (answer: { readonly first: string } | null) => {
    if (answer !== null && answer.first !== 'refused') onDone();
  };
  const leave = async () => {
    const ids = { passageId: newId(), gateId: visit.gateId, laneId: null, visitId: visit.id, plate: null };
    close(await left.submit('gates.end-visit', 1, ids));
  };
  const extend = async () => {
    const until = Math.max(Date.now(), visit.expectedUntil) + 3_600_000;
    close(await longer.submit('gates.extend-visit', 1, { visitId: visit.id, until }));
  };
  const undo = async () => {
    const body = { passageId: visit.passageId, note: t('void.note') };
    close(await voided.submit('gates.void-passage', 1, body));
  };
  return (
    <>
      <ProblemAlert problems={[...left.problems, ...longer.problems, ...voided.problems]} />
      <Space wrap>
        <Button type="primary" loading={left.busy} onClick={() => void leave()}>
          {t('leave')}
        </Button>
        <Button loading={longer.busy} onClick={() => void extend()}>
          {t('extend')}
        </Button>
        <Popconfirm title={t('void.ask')} onConfirm={() => void undo()}>
          <Button danger loading={voided.busy}>
            {t('void')}
          </Button>
        </Popconfirm>
      </Space>
    </>
  );
}
