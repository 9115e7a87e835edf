import { defineText } from '#kernel/ui/text.ts';

const STEPS =
  '上海市新冠肺炎疫情防控新闻发布会，2022年5月22日：封控7天→管控3天→防范；管控7天→防范；有新增阳性重新计算';
const STEPS_EN =
  'Shanghai press conference of 22 May 2022: lockdown 7 days → control 3 days → precaution; control 7 days → precaution; a new positive begins anew';

/** What the module's dated settings are called, and the norm or practice each default comes from. */
defineText({
  'zh-CN': {
    'setting.zones.lockdown-days': '封控几天后转管控',
    'setting-source.zones.lockdown-days': STEPS,
    'setting.zones.control-days': '管控几天后转防范',
    'setting-source.zones.control-days': STEPS,
    'setting.zones.control-after-lockdown-days': '封控转来的管控，几天后转防范',
    'setting-source.zones.control-after-lockdown-days': STEPS,
    'setting.zones.precaution-days': '防范几天后恢复正常',
    'setting-source.zones.precaution-days':
      '没有统一规定；现场做法：三天没有新增就解除，各地不同，以街道通知为准',
    'setting.zones.count-from-positive': '有新增阳性，天数重新算',
    'setting-source.zones.count-from-positive': STEPS,
    'setting.zones.positive-seals-building': '单管阳性，提请封整栋（“否”只封单元）',
    'setting-source.zones.positive-seals-building': '现场做法：以楼栋为单位封控；单元不相通的楼可以只封单元',
    'setting.zones.positive-look-back-days': '几天内的阳性还提请',
    'setting-source.zones.positive-look-back-days': '现场做法：晚到的结果，两周以内仍提请一次，再早的不再提',
  },
  en: {
    'setting.zones.lockdown-days': 'Days of lockdown before control',
    'setting-source.zones.lockdown-days': STEPS_EN,
    'setting.zones.control-days': 'Days of control before precaution',
    'setting-source.zones.control-days': STEPS_EN,
    'setting.zones.control-after-lockdown-days': 'Days of control after a lockdown, before precaution',
    'setting-source.zones.control-after-lockdown-days': STEPS_EN,
    'setting.zones.precaution-days': 'Days of precaution before normal',
    'setting-source.zones.precaution-days':
      'No common rule; field practice: lifted after three days without a new case. Places differ: follow the street office',
    'setting.zones.count-from-positive': 'A new positive begins the days anew',
    'setting-source.zones.count-from-positive': STEPS_EN,
    'setting.zones.positive-seals-building':
      'A single positive proposes to close the whole building (no: the entrance)',
    'setting-source.zones.positive-seals-building':
      'Field practice: lockdown by building; where entrances do not meet inside, the entrance alone may be enough',
    'setting.zones.positive-look-back-days': 'For how many days a positive is still proposed',
    'setting-source.zones.positive-look-back-days':
      'Field practice: a result that comes late is proposed within two weeks, older ones no more',
  },
});
