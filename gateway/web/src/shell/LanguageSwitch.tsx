import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { speak, type Lang } from '../i18n';

export function LanguageSwitch() {
  const { t, i18n } = useTranslation();
  return (
    <SegmentedControl
      aria-label={t('settings.language')}
      value={i18n.language}
      onChange={(value) => void speak(value as Lang)}
      data={[{ value: 'zh', label: '中文' }, { value: 'en', label: 'English' }]}
    />
  );
}
