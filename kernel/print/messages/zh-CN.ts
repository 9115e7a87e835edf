export default {
  page: '第 {n} 页，共 {m} 页',
  practice: '练习',
  'test-title': '测试页：{grid}',
  'test-how': '打印时选“实际大小”或 100%，不要选“适合纸张”。印好后叠在标签纸上对光看：框与标签应对齐。',
  'test-ruler': '这条线应正好 100 毫米',
  'panel.print': '打印',
  'panel.test-page': '打印测试页',
  'panel.preview': '预览',
  'panel.preview-part': '预览前 {n} 张，打印时共 {m} 张。',
  'panel.nothing': '还没有要打印的。',
} as const;
