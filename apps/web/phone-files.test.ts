import { expect, test } from 'vitest';
import { reachable } from './phone-files.ts';

const chunk = (fileName: string, more: object = {}) => ({ type: 'chunk' as const, fileName, ...more });
const files = (css: string[], assets: string[]) => ({
  viteMetadata: { importedCss: new Set(css), importedAssets: new Set(assets) },
});

test('the phone’s files are what its entry imports, at once or later, with their styles and assets', () => {
  const chunks = {
    'phone.js': chunk('phone.js', {
      isEntry: true,
      name: 'phone',
      imports: ['shared.js'],
      dynamicImports: ['camera.js'],
      ...files(['phone.css'], []),
    }),
    'console.js': chunk('console.js', { isEntry: true, name: 'console', imports: ['shared.js', 'antd.js'] }),
    'shared.js': chunk('shared.js', { dynamicImports: ['phone.js'] }),
    'camera.js': chunk('camera.js', files([], ['reader.wasm'])),
    'antd.js': chunk('antd.js'),
  };
  expect([...reachable(chunks, 'phone')].sort()).toEqual([
    'camera.js',
    'phone.css',
    'phone.js',
    'reader.wasm',
    'shared.js',
  ]);
});
