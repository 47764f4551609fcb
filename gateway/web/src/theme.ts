import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

/** The one accent: the blue-green on a wing in shade. */
const teal: MantineColorsTuple = [
  '#e9f6f8', '#d4eaee', '#a9d5dd', '#7abfcb', '#53acbc', '#3a9fb1', '#1f8398', '#136e83', '#0e5f73', '#064c5d',
];
/** Feather greys, a little warm in the light and blue in the dark. */
const gray: MantineColorsTuple = [
  '#f8f8f6', '#f1f1ee', '#e5e5e1', '#d5d6d2', '#b6b9b6', '#8f9492', '#6a706f', '#515857', '#343b3b', '#1c2223',
];
const dark: MantineColorsTuple = [
  '#d9dfe1', '#b4bdc0', '#96a1a5', '#667277', '#3d484d', '#2b353a', '#1f282c', '#161d20', '#101618', '#0a0f11',
];

export const fonts = {
  text: 'ui-sans-serif, -apple-system, BlinkMacSystemFont, "Segoe UI", "Helvetica Neue", Inter, "Noto Sans", Ubuntu, Cantarell, "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei", sans-serif',
  mono: 'ui-monospace, "SF Mono", "Cascadia Code", "JetBrains Mono", Menlo, Consolas, "DejaVu Sans Mono", "Noto Sans Mono CJK SC", "PingFang SC", "WenQuanYi Micro Hei Mono", monospace',
};

export const theme = createTheme({
  primaryColor: 'teal',
  primaryShade: { light: 8, dark: 7 },
  autoContrast: true,
  luminanceThreshold: 0.22,
  colors: { teal, gray, dark },
  fontFamily: fonts.text,
  fontFamilyMonospace: fonts.mono,
  fontSizes: { xs: '0.78rem', sm: '0.875rem', md: '1rem', lg: '1.175rem', xl: '1.4rem' },
  lineHeights: { md: '1.6' },
  headings: {
    fontFamily: fonts.text,
    fontWeight: '640',
    sizes: {
      h1: { fontSize: '2.1rem', lineHeight: '1.18' },
      h2: { fontSize: '1.35rem', lineHeight: '1.3' },
      h3: { fontSize: '1.05rem', lineHeight: '1.4' },
    },
  },
  defaultRadius: 'md',
  radius: { md: '9px', lg: '14px' },
  focusRing: 'auto',
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    Button: { defaultProps: { radius: 'xl' }, styles: { label: { fontWeight: 560 } } },
    Modal: { defaultProps: { centered: true, radius: 'lg', overlayProps: { backgroundOpacity: 0.35, blur: 2 }, attributes: { header: { role: 'presentation' } } }, styles: { content: { background: 'var(--surface)', border: '1px solid var(--line)' }, header: { background: 'var(--surface)' }, title: { fontWeight: 640, fontSize: '1.1rem' } } },
    Tooltip: { defaultProps: { openDelay: 350, withArrow: true, multiline: true, maw: 'min(340px, calc(100vw - 24px))' } },
    Badge: { defaultProps: { variant: 'light', radius: 'sm' }, styles: { root: { textTransform: 'none', fontWeight: 560 } } },
  },
});

export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#fafaf8',
    '--mantine-color-text': '#1c2223',
    '--mantine-color-dimmed': '#5c6463',
    '--mantine-color-error': '#a03248',
    '--surface': '#ffffff',
    '--sunken': '#f2f3f0',
    '--line': '#e3e4df',
    '--accent': '#0e5f73',
    '--accent-wash': '#e9f4f6',
    '--good': '#1d6b3f', '--good-wash': '#dff1e4',
    '--part': '#855300', '--part-wash': '#fbeecb',
    '--miss': '#a03248', '--miss-wash': '#fae6e8',
    '--hit': '#ffe9a8',
  },
  dark: {
    '--mantine-color-body': '#0f1517',
    '--mantine-color-text': '#dfe5e6',
    '--mantine-color-dimmed': '#97a4a8',
    '--mantine-color-error': '#f0a0ac',
    '--surface': '#161e21',
    '--sunken': '#0b1113',
    '--line': '#28333a',
    '--accent': '#6cc3d3',
    '--accent-wash': '#12303a',
    '--good': '#86d3a0', '--good-wash': '#123322',
    '--part': '#ecc36a', '--part-wash': '#362a10',
    '--miss': '#f0a0ac', '--miss-wash': '#3a1a21',
    '--hit': '#5a4a12',
  },
});
