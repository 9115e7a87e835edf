import type { Stamp } from '#kernel/command/module.ts';
import type { CodeDrafted, ConductEvent } from '../contract/events.ts';
import type { Code } from '../contract/rows.ts';
import { answerKey } from './answer-key.ts';
import type { ConductState } from './state.ts';

export function evolve(state: ConductState, event: ConductEvent, stamp: Stamp): void {
  const { version, at } = stamp;
  switch (event.type) {
    case 'conduct.code-drafted':
      drafted(state, event.data, stamp);
      return;
    case 'conduct.draft-dropped': {
      const code = state.codes.get(event.data.codeId);
      if (code)
        state.codes.put({
          ...code,
          points: [],
          questions: [],
          keys: {},
          video: null,
          withdrawnAt: at,
          version,
        });
      return;
    }
    case 'conduct.code-published': {
      const { codeId, number, change, note } = event.data;
      const code = state.codes.get(codeId);
      if (!code) return;
      for (const other of state.codes.by('group', code.group)) {
        if (other.publishedAt !== null && other.replacedAt === null)
          state.codes.put({ ...other, replacedAt: at, version });
      }
      state.codes.put({ ...code, number, change, note, publishedAt: at, version });
      state.desk?.published.set(codeId, stamp.actorId);
      return;
    }
    case 'conduct.code-withdrawn': {
      const { codeId, reason } = event.data;
      const code = state.codes.get(codeId);
      if (code) state.codes.put({ ...code, withdrawnAt: at, version });
      state.desk?.withdrawn.set(codeId, reason);
      return;
    }
    case 'conduct.quiz-taken':
      state.attempts.put({ ...event.data, version });
      return;
    case 'conduct.code-acknowledged':
      state.acknowledgements.put({ ...event.data, version });
  }
}

function drafted({ codes, desk }: ConductState, data: CodeDrafted['data'], stamp: Stamp): void {
  const { codeId: id, group, title, points, video } = data;
  const answers = Object.fromEntries(data.questions.map((one) => [one.id, one.right]));
  const code: Code = {
    id,
    group,
    number: null,
    title,
    points,
    questions: data.questions.map(({ right: _right, ...question }) => question),
    keys: Object.fromEntries(data.questions.map((one) => [one.id, answerKey(id, one.id, one.right)])),
    video,
    change: null,
    note: '',
    publishedAt: null,
    replacedAt: null,
    withdrawnAt: null,
    version: stamp.version,
  };
  codes.put(code);
  desk?.answers.set(id, answers);
  if (video) desk?.videos.push({ file: video.file, stamp });
}
