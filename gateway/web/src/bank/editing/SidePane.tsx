import { SegmentedControl } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QuestionForm } from '../../api/types';
import { Lines } from '../../shell/Page';
import { FormPreview } from './FormPreview';

const TryScorer = lazy(() => import('../trying/TryScorer'));

export type Shown = 'form' | 'preview' | 'try';
type Props = { form: QuestionForm; change: (change: Partial<QuestionForm>) => void; shown: Shown; show: (shown: Shown) => void; narrow: boolean };

/** Beside the form: the question as it will be read, or what the scorer makes of an answer to it. */
export function SidePane({ form, change, shown, show, narrow }: Props) {
  const { t } = useTranslation();
  const [answer, setAnswer] = useState('');
  const trying = shown === 'try';
  return (
    <section className="card writingpreview" aria-label={trying ? t('try.title') : t('write.preview')} tabIndex={0}>
      {!narrow && (
        <SegmentedControl size="xs" mb="md" aria-label={t('write.panes')} value={trying ? 'try' : 'preview'} onChange={(to) => show(to as Shown)}
          data={[{ value: 'preview', label: t('write.preview') }, { value: 'try', label: t('try.title') }]} />
      )}
      {trying
        ? <><h2 className="unseen">{t('try.title')}</h2><Suspense fallback={<Lines count={3} label={t('loading')} />}><TryScorer question={form} answer={answer} setAnswer={setAnswer} take={(keyPoints) => change({ keyPoints })} /></Suspense></>
        : <FormPreview form={form} />}
    </section>
  );
}
