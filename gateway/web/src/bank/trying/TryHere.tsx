import { Button } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconTargetArrow } from '@tabler/icons-react';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BankQuestion } from '../../api/types';
import { Keys } from '../../shell/Keys';
import { Lines } from '../../shell/Page';
import { formOf } from '../editing/form';

const TryScorer = lazy(() => import('./TryScorer'));

/** On a question that is read: the scorer, once somebody asks for it. */
export function TryHere({ question }: { question: BankQuestion }) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const [answer, setAnswer] = useState('');
  const form = useMemo(() => formOf(question), [question]);
  useHotkeys([['t', () => setOpened(true)]]);
  return (
    <section className="section" aria-labelledby="try">
      <h2 id="try">{t('try.title')}</h2>
      {opened
        ? <Suspense fallback={<Lines count={3} label={t('loading')} />}><TryScorer question={form} answer={answer} setAnswer={setAnswer} autoFocus /></Suspense>
        : <><p className="dim small">{t('try.lead')}</p><Button variant="default" leftSection={<IconTargetArrow size={16} />} rightSection={<Keys of="T" />} onClick={() => setOpened(true)}>{t('try.open')}</Button></>}
    </section>
  );
}
