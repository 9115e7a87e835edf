export default {
  floors: '{floors}层',
  priority: '优先批次',
  between: '、',
} as const;
