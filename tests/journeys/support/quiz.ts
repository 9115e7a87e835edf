import type { Page } from 'playwright-core';
import { starterDraft } from '#core/conduct/console/starter.ts';
import { uuidv7 } from '#kernel/time-id/uuid.ts';
import type { DemoDesk } from './demo-desk.ts';

const starter = () => starterDraft('order', 'zh-CN', () => uuidv7(Date.now()));

/** What is right, by the words of the gates' code to begin with. */
const answers = new Map(
  starter().questions.map(({ text, options, right }) => [
    text,
    options.filter(({ id }) => right.includes(id)).map((one) => one.text),
  ]),
);

/** The gates' code to begin with, published as it is. */
export async function publishStarter(demo: DemoDesk): Promise<void> {
  const draft = starter();
  await demo.send('conduct.draft-code', draft);
  await demo.send('conduct.publish-code', { codeId: draft.codeId, change: 'pass-anew', note: '' });
}

/**
 * Sits the quiz that is open on a phone, with the first `wrong` questions answered wrongly.
 * @param seen called at the first question once it is answered
 */
export async function sitQuiz(phone: Page, wrong: number, seen?: () => Promise<void>): Promise<void> {
  for (let n = 0; n < answers.size; n++) {
    const question = (await phone.locator('.quiz-question').textContent()) ?? '';
    const right = answers.get(question) ?? [];
    for (const label of await phone.locator('.quiz-options label').all()) {
      const isRight = right.includes((await label.textContent()) ?? '');
      if (isRight !== n < wrong) await label.click();
    }
    if (n === 0) await seen?.();
    await phone.getByRole('button', { name: n === answers.size - 1 ? '交卷' : '下一题' }).click();
  }
}
