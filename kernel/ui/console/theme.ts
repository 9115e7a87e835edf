import type { ThemeConfig } from 'antd';

/** antd in the house's colours; the values are those of styles/tokens.css. */
export const theme: ThemeConfig = {
  cssVar: { key: 'concerto' },
  hashed: false,
  token: {
    colorPrimary: '#1d4f6e',
    colorLink: '#1d4f6e',
    colorSuccess: '#1a7434',
    colorWarning: '#855200',
    colorError: '#b0261b',
    colorInfo: '#1f57b0',
    colorErrorBg: '#fbe6e3',
    colorWarningBg: '#fdf0d2',
    colorSuccessBg: '#e3f3e6',
    colorInfoBg: '#e4edfb',
    colorText: '#17202a',
    colorTextSecondary: '#4a5563',
    colorTextTertiary: '#4a5563',
    colorTextDescription: '#4a5563',
    colorTextPlaceholder: '#5b6675',
    colorTextDisabled: '#5b6675',
    colorBorder: '#b9c0ca',
    colorBorderSecondary: '#d6dae0',
    colorBgLayout: '#f3f4f1',
    borderRadius: 6,
    fontSize: 14,
    fontFamily:
      'system-ui, -apple-system, "PingFang SC", "HarmonyOS Sans SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", sans-serif',
    wireframe: false,
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.16s',
  },
  components: {
    Table: {
      headerBg: '#eceeea',
      rowHoverBg: '#f2f6f9',
      rowSelectedBg: '#e4eef5',
      rowSelectedHoverBg: '#dbe8f1',
      cellPaddingBlockSM: 6,
      cellPaddingInlineSM: 10,
    },
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
    Card: { headerFontSize: 15 },
  },
};
