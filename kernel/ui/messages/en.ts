import type zh from './zh-CN.ts';

export default {
  'problem.ui.offline': 'The server cannot be reached. Check the network and try again',
  'problem.ui.unexpected':
    'Something unexpected happened on the server. Try again later; if it goes on, tell the information desk',
  'face.done': 'Done',
  'face.pending': 'Not yet synced',
  'face.flagged': 'To be settled',
  'face.refused': 'Refused',
  'face.late': 'Late',
  'outcome.done': 'Done',
  'outcome.already': 'Was done before',
  'outcome.flagged': 'Noted, with something to settle',
  'outcome.refused': 'Refused',
} satisfies Record<keyof typeof zh, string>;
