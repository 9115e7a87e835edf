import { defineText } from '#kernel/ui/text.ts';

/** What problems and commands of visits say; registered here, found by `problemText` and `kindText`. */
defineText({
  'zh-CN': {
    'command.gates.register-visit': '来访登记',
    'command.gates.end-visit': '来访离开',
    'command.gates.extend-visit': '来访延长',
    'command.gates.look-inside': '查看楼里人员全名',
    'problem.gates.no-such-visit': '没有这条来访登记，请刷新后再试',
    'problem.gates.visit-over': '已经登记离开了',
    'problem.gates.visit-until-wrong': '要比现在晚，最长到一天后',
    'problem.gates.no-such-building': '没有这栋楼，请刷新后再试',
    'problem.gates.look-unknown': '没有这次查看，重新写明用途再看',
    'problem.gates.look-expired': '查看已过半小时，重新写明用途再看',
    'problem.gates.visit-unknown': '离开的人或车没有登记过进入',
    'problem.gates.visit-left-twice': '同一次来访登记了两次离开',
    'problem.gates.vehicle-inside-twice': '这辆车没有登记离开，又登记了进入',
    'problem.gates.plate-impossible': '车牌不像真的，可能按错了',
    'problem.gates.visit-place-unknown': '去处不在楼栋册里',
  },
  en: {
    'command.gates.register-visit': 'Registration of a visit',
    'command.gates.end-visit': 'End of a visit',
    'command.gates.extend-visit': 'Longer visit',
    'command.gates.look-inside': 'Look at full names of those inside',
    'problem.gates.no-such-visit': 'No such visit: refresh and try again',
    'problem.gates.visit-over': 'They left already',
    'problem.gates.visit-until-wrong': 'Must be later than now, at most a day from now',
    'problem.gates.no-such-building': 'No such building: refresh and try again',
    'problem.gates.look-unknown': 'No such look: say again what for',
    'problem.gates.look-expired': 'The half hour is over: say again what for',
    'problem.gates.visit-unknown': 'Left without ever having been registered',
    'problem.gates.visit-left-twice': 'One visit left twice',
    'problem.gates.vehicle-inside-twice': 'The vehicle came in again without having left',
    'problem.gates.plate-impossible': 'No plate looks like this: perhaps a slip of the finger',
    'problem.gates.visit-place-unknown': 'The place is not in the list of buildings',
  },
});
