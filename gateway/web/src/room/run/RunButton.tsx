import { Button } from '@mantine/core';
import { IconPlayerPlay, IconPlayerStop } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Keys } from '../../shell/Keys';
import { keysOf } from '../roomActions';
import type { Run } from './useRun';

export function RunButton({ run }: { run: Run }) {
  const { t } = useTranslation();
  if (run.stop) return <Button id="run" size="compact-sm" variant="default" color="red" leftSection={<IconPlayerStop size={14} aria-hidden />} onClick={run.stop}>{t('run.stop')}</Button>;
  if (!run.start) return null;
  return <Button id="run" size="compact-sm" variant="light" leftSection={<IconPlayerPlay size={14} aria-hidden />} rightSection={<Keys of={keysOf('run')} />} onClick={run.start}>{t('run.run')}</Button>;
}
