import { Button } from '@mantine/core';
import { IconFeather } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Empty, Page } from './Page';

export default function NotFound() {
  const { t } = useTranslation();
  return (
    <Page title={t('notFound.title')} narrow>
      <Empty icon={<IconFeather size={44} stroke={1.2} />} title={t('notFound.heading')} action={<Button component={Link} to="/" mt="md">{t('notFound.home')}</Button>}>
        {t('notFound.text')}
      </Empty>
    </Page>
  );
}
