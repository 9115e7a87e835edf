export default {
  'problem.ui.offline': '连不上服务器，请检查网络后再试',
  'problem.ui.unexpected': '服务器出了意外，请稍后再试；一直这样请告诉值班的信息员',
  'face.done': '已完成',
  'face.pending': '待同步',
  'face.flagged': '待核对',
  'face.refused': '未受理',
  'face.late': '超时',
  'outcome.done': '办好了',
  'outcome.already': '之前已经办过',
  'outcome.flagged': '已记下，有一处待核对',
  'outcome.refused': '没有受理',
} as const;
