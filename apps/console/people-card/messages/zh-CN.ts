export default {
  title: '人',
  residents: '居民',
  away: '外出',
  'at-work': '工作人员',
  'on-duty': '现在值守',
  empty: '居民册还是空的',
  'empty-next': '导入居民册',
} as const;
