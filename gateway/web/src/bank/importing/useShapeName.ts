import { useTranslation } from 'react-i18next';
import { shapeWords } from './shapes';

/** The service's name of a kind of block, in words. */
export function useShapeName() {
  const { t } = useTranslation();
  return (shape: string) => {
    const found = shapeWords(shape);
    if (!found) return shape;
    return [t(`shape.${found.kind}`, { level: found.level }), ...found.apart.map((word) => t(`shape.apart.${word}`))].join(t('clause'));
  };
}
