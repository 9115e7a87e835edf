import { defineText } from '#kernel/ui/text.ts';

/** What the module's dated settings are called, and the norm or practice each default comes from. */
defineText({
  'zh-CN': {
    'setting.testing.pool-ratio': '混采几人一管',
    'setting-source.testing.pool-ratio':
      '10合1混采技术规范：10毫升采样管、6毫升灭活型保存液；20合1技术规范2022年1月发布',
    'setting.testing.people-per-site': '多少人设一个采样点',
    'setting-source.testing.people-per-site':
      '全员核酸检测组织实施指南（第三版）：每2000–3000人设一个采样点，24小时内完成一轮',
    'setting.testing.people-per-sampler': '多少人配一名采样员',
    'setting-source.testing.people-per-sampler':
      '全员核酸检测组织实施指南（第三版）：采样员人数＝应检人数÷360',
    'setting.testing.samplers-per-lane': '一个采样台几名采样员',
    'setting-source.testing.samplers-per-lane': '现场做法：一台一名采样员，换班另配',
    'setting.testing.registrars-per-lane': '一个采样台几名登记员',
    'setting-source.testing.registrars-per-lane': '现场做法：一台一名扫码登记的志愿者',
    'setting.testing.helpers-per-site': '一个采样点几名场地人员',
    'setting-source.testing.helpers-per-site': '现场做法：入口、候采、引导、装箱、消杀、机动各一人',
    'setting.testing.suits-per-staff': '每名工作人员一轮用几套防护服',
    'setting-source.testing.suits-per-staff':
      '现场做法：四到六小时换一套，吃饭、上厕所后不能再穿，一轮按两套备',
    'setting.testing.reserve-percent': '物资多备几成',
    'setting-source.testing.reserve-percent': '现场做法：损耗和补采按一成备',
    'setting.testing.undo-minutes': '采样员多久内可自己撤回',
    'setting-source.testing.undo-minutes': '现场做法：采样员当场发现扫错，几分钟内可自己撤回，之后由组长处理',
    'setting.testing.correct-minutes': '采样员多久内可自己更正管码',
    'setting-source.testing.correct-minutes':
      '现场做法：一管采满、换管时发现扫错，半小时内由本人更正，之后由组长处理',
    'setting.testing.child-age': '几岁以下要有人陪同',
    'setting-source.testing.child-age': '现场做法：14 周岁以下由家里大人陪同采样',
    'setting.testing.silent-minutes': '手机多久没消息算未同步',
    'setting-source.testing.silent-minutes':
      '现场做法：手机联网时几秒就同步一次，几分钟没有消息就可能断网，收轮前要问到本人',
    'setting.testing.keep-round-days': '轮次结束后，检测明细保留天数',
    'setting-source.testing.keep-round-days':
      '个人信息保护法第十九条、第四十七条：只保存到目的实现；三个月内仍要复核召回、查漏，为现场做法',
    'setting.testing.person-seconds': '采一人要多久',
    'setting-source.testing.person-seconds':
      '2022年现场统计：一台一小时约131人，约27秒一人；有了自己的轮次，演练改用实际用时',
    'setting.testing.tube-change-seconds': '换一管要多久',
    'setting-source.testing.tube-change-seconds': '现场做法：封管、贴签、取新管约20秒',
    'setting.testing.call-up-batch': '每批叫几人',
    'setting-source.testing.call-up-batch': '现场做法：按楼栋每批叫20人（18个楼门、约900户的小区）',
    'setting.testing.priority-age': '多大年纪的老人优先叫号',
    'setting-source.testing.priority-age':
      '现场做法：80岁及以上老人站不久，先叫或排队头；各居民区可以放宽到70岁、75岁',
    'setting.testing.lift-floors': '几层起有电梯（按楼层叫号）',
    'setting-source.testing.lift-floors':
      '住宅设计规范 GB 50096-2011 第6.4.1条：七层及以上住宅设置电梯；居民担心核酸当天挤电梯，按层叫号',
    'setting.testing.slot-slack': '每个时段留多少余量',
    'setting-source.testing.slot-slack': '演练所见：一点不留，来得不匀时队伍越排越长；留一成就能消化',
    'setting.testing.wait-minutes': '排队最多等多久',
    'setting-source.testing.wait-minutes': '现场做法：老人站不住，排队不超过20分钟',
    'setting.testing.lab-minutes': '样本多久内送到实验室',
    'setting-source.testing.lab-minutes':
      '2022年采样技术指南：采集后室温放置不超过4小时送达；从箱内第一个样本采集算起，到实验室签收为止',
    'setting.testing.lab-warning-minutes': '送检超时前多久提醒',
    'setting-source.testing.lab-warning-minutes': '现场做法：剩一小时还没出发，就要先催车',
    'setting.testing.box-coldest': '转运箱最低几度',
    'setting-source.testing.box-coldest': '现场做法：冰袋保温箱2–8℃，不能冻住样本',
    'setting.testing.box-warmest': '转运箱最高几度',
    'setting-source.testing.box-warmest': '现场做法：灭活型保存液可室温转运，不宜超过25℃',
    'setting.testing.contact-minutes': '同台前后几分钟算密接',
    'setting-source.testing.contact-minutes':
      '现场做法：没有叫号时段可查时，看同一采样台前后十分钟内的人；时长没有统一规定，按流调要求改',
    'setting.testing.step-needs-round': '三区降级前，最近一轮要全员完成',
    'setting-source.testing.step-needs-round':
      '现场做法：降级前最近一轮应检尽检、结果出齐，没有待复核；还差的列出来，由指挥部决定',
    'setting.testing.keep-looks-days': '导出、打印全名全号的记录保留天数',
    'setting-source.testing.keep-looks-days': '个人信息保护法第五十六条：处理情况记录至少保存三年',
  },
  en: {
    'setting.testing.pool-ratio': 'People per pooled tube',
    'setting-source.testing.pool-ratio':
      '10-in-1 technical norm: 10 ml tube, 6 ml inactivating medium; 20-in-1 released in January 2022',
    'setting.testing.people-per-site': 'People per sampling site',
    'setting-source.testing.people-per-site':
      'third-edition guide for organising mass testing: one site for 2,000–3,000 people, a round finished in 24 h',
    'setting.testing.people-per-sampler': 'People per sampler',
    'setting-source.testing.people-per-sampler':
      'third-edition guide for organising mass testing: samplers = people to be tested ÷ 360',
    'setting.testing.samplers-per-lane': 'Samplers at a lane',
    'setting-source.testing.samplers-per-lane': 'field practice: one sampler a lane, a second shift apart',
    'setting.testing.registrars-per-lane': 'Registrars at a lane',
    'setting-source.testing.registrars-per-lane': 'field practice: one volunteer a lane who scans',
    'setting.testing.helpers-per-site': 'Helpers at a site',
    'setting-source.testing.helpers-per-site':
      'field practice: one each for entrance, waiting, guiding, packing, disinfection, and one to spare',
    'setting.testing.suits-per-staff': 'Protective suits a worker needs in a round',
    'setting-source.testing.suits-per-staff':
      'field practice: a suit lasts four to six hours and not over a meal or the toilet; two a round',
    'setting.testing.reserve-percent': 'Supplies kept in reserve',
    'setting-source.testing.reserve-percent': 'field practice: a tenth more for losses and repeats',
    'setting.testing.undo-minutes': 'How long a sampler may undo',
    'setting-source.testing.undo-minutes':
      'field practice: a sampler notices a wrong scan at once; after some minutes the leader deals with it',
    'setting.testing.correct-minutes': 'How long a sampler may correct a tube',
    'setting-source.testing.correct-minutes':
      'field practice: a wrong tube is noticed when it is full or changed; within half an hour the sampler puts it right, later the leader',
    'setting.testing.child-age': 'Age below which somebody comes along',
    'setting-source.testing.child-age':
      'field practice: children under 14 are sampled with an adult of the household',
    'setting.testing.silent-minutes': 'Silence after which a phone counts as not synced',
    'setting-source.testing.silent-minutes':
      'field practice: a phone with a network syncs within seconds; after minutes of silence its owner is asked before a round is closed',
    'setting.testing.keep-round-days': 'Days the details of a closed round are kept',
    'setting-source.testing.keep-round-days':
      'PIPL arts. 19 and 47: no longer than the purpose needs; three months in which people are recalled and the missed are looked for is practice',
    'setting.testing.person-seconds': 'Time to sample a person',
    'setting-source.testing.person-seconds':
      'counted in the field in 2022: 131 people an hour at a lane, 27 s each; a rehearsal takes the times of your own rounds once there are any',
    'setting.testing.tube-change-seconds': 'Time to change the tube',
    'setting-source.testing.tube-change-seconds':
      'field practice: closing, labelling and taking a new tube takes about 20 s',
    'setting.testing.call-up-batch': 'People called up together',
    'setting-source.testing.call-up-batch':
      'field practice: 20 people by building (18 doors, about 900 households)',
    'setting.testing.priority-age': 'Age from which people are called first',
    'setting-source.testing.priority-age':
      'field practice: people of 80 and more cannot stand long; an area may say 70 or 75',
    'setting.testing.lift-floors': 'Storeys from which a building has a lift (called floor by floor)',
    'setting-source.testing.lift-floors':
      'GB 50096-2011, 6.4.1: dwellings of seven storeys and more have lifts; residents feared a crowded lift on testing day',
    'setting.testing.slot-slack': 'Time left free after each slot',
    'setting-source.testing.slot-slack':
      'seen in rehearsals: with none, uneven arrivals make the line longer and longer; a tenth absorbs them',
    'setting.testing.wait-minutes': 'Longest wait in line',
    'setting-source.testing.wait-minutes': 'field practice: elders cannot stand longer than 20 minutes',
    'setting.testing.lab-minutes': 'Time until samples reach the laboratory',
    'setting-source.testing.lab-minutes':
      'sampling guide of 2022: within 4 h of sampling at room temperature; from the first sample in the box to the laboratory’s receipt',
    'setting.testing.lab-warning-minutes': 'Warning before samples are late',
    'setting-source.testing.lab-warning-minutes':
      'field practice: a box that has not left an hour before is chased',
    'setting.testing.box-coldest': 'Coldest a transport box may be',
    'setting-source.testing.box-coldest':
      'field practice: boxes with ice packs are at 2–8 °C; samples must not freeze',
    'setting.testing.box-warmest': 'Warmest a transport box may be',
    'setting-source.testing.box-warmest':
      'field practice: inactivating medium travels at room temperature, not above 25 °C',
    'setting.testing.contact-minutes': 'Minutes at the same lane that count as contact',
    'setting-source.testing.contact-minutes':
      'field practice: where no call-up slot is known, those within ten minutes at the same lane; no norm names the time, follow the epidemiologist',
    'setting.testing.step-needs-round': 'A zone is stepped down after its latest round is complete',
    'setting-source.testing.step-needs-round':
      'field practice: before a step nobody is missed in the latest round, every result is there and none waits to be confirmed; what is missing is listed and the command post decides',
    'setting.testing.keep-looks-days': 'Days the record of full exports and prints is kept',
    'setting-source.testing.keep-looks-days':
      'PIPL art. 56: records of processing are kept for at least three years',
  },
});
