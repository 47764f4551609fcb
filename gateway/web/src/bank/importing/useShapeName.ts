import { useTranslation } from 'react-i18next';

/** The service's name of a kind of block, in words. */
export function useShapeName() {
  const { t, i18n } = useTranslation();
  return (shape: string) => {
    const level = /^heading-(\d)$/.exec(shape)?.[1];
    if (level) return t('shape.heading', { level });
    const key = `shape.${shape}`;
    return i18n.exists(key) ? t(key) : shape.replaceAll('-', ' ');
  };
}
