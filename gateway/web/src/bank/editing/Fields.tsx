import { Autocomplete, NumberInput, SegmentedControl, TagsInput, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { noFilters, questionsQuery } from '../../api/queries';
import type { QuestionForm } from '../../api/types';
import type { Difficulty, Language } from '../../room/wire';
import { LONGEST_TITLE, MOST_ROWS } from './form';
import { LineRows, Rows } from './Rows';
import { TranslationPicker } from './TranslationPicker';

type Props = { id: string | null; form: QuestionForm; change: (change: Partial<QuestionForm>) => void; error: (field: keyof QuestionForm) => string | null };

/** Topics that the bank has, to choose from; a new one is typed. */
export const useTopics = () => useQuery(questionsQuery(noFilters)).data?.facets.topic.map((it) => String(it.value)) ?? [];

export function Fields({ id, form, change, error }: Props) {
  const { t } = useTranslation();
  const topics = useTopics();
  const lang = form.language === 'zh' ? 'zh-CN' : 'en';
  return (
    <div className="stack fields">
      <Textarea data-field="title" data-autofocus label={t('field.title')} autosize minRows={1} maxRows={6} maxLength={LONGEST_TITLE + 200} value={form.title} lang={lang} onChange={(e) => change({ title: e.currentTarget.value })} error={error('title')} required withAsterisk={false} />
      <Textarea data-field="body" label={t('field.body')} description={t('write.bodyHint')} autosize minRows={3} maxRows={18} classNames={{ input: 'mono' }} value={form.body} lang={lang} onChange={(e) => change({ body: e.currentTarget.value })} error={error('body')} />
      <Textarea data-field="reference" label={t('field.reference')} description={t('write.referenceHint')} autosize minRows={6} maxRows={28} classNames={{ input: 'mono' }} value={form.reference} lang={lang} onChange={(e) => change({ reference: e.currentTarget.value })} error={error('reference')} />
      <Rows name="keyPoints" weighted label={t('field.keyPoints')} hint={t('write.keyPointsHint')} rows={form.keyPoints} change={(keyPoints) => change({ keyPoints })} error={error('keyPoints')} />
      <LineRows name="rubric" label={t('field.rubric')} hint={t('write.rubricHint')} lines={form.rubric} change={(rubric) => change({ rubric })} error={error('rubric')} />
      <LineRows name="hints" label={t('field.hints')} hint={t('write.hintsHint')} lines={form.hints} change={(hints) => change({ hints })} error={error('hints')} />
      <LineRows name="followUps" label={t('field.followUps')} hint={t('write.followUpsHint')} lines={form.followUps} change={(followUps) => change({ followUps })} error={error('followUps')} />
      <div className="pair">
        <Autocomplete data-field="topic" label={t('field.topic')} data={topics} value={form.topic} onChange={(topic) => change({ topic })} error={error('topic')} />
        <TagsInput data-field="furtherTopics" label={t('field.furtherTopics')} data={topics.filter((it) => it !== form.topic)} value={form.furtherTopics} onChange={(furtherTopics) => change({ furtherTopics })} maxTags={MOST_ROWS} error={error('furtherTopics')} />
      </div>
      <div className="pair">
        <div>
          <div className="small" id="write-difficulty" style={{ fontWeight: 500, marginBottom: 5 }}>{t('field.difficulty')}</div>
          <SegmentedControl fullWidth aria-labelledby="write-difficulty" value={form.difficulty} onChange={(v) => change({ difficulty: v as Difficulty })} data={['easy', 'medium', 'hard'].map((value) => ({ value, label: t(`difficulty.${value}`) }))} />
        </div>
        <NumberInput label={t('field.minutes')} value={form.minutes} min={1} max={120} clampBehavior="strict" allowDecimal={false} allowNegative={false} onChange={(v) => change({ minutes: Number(v) || 1 })} />
      </div>
      <TagsInput data-field="tags" label={t('field.tags')} value={form.tags} onChange={(tags) => change({ tags })} maxTags={MOST_ROWS} error={error('tags')} />
      <LineRows name="sources" label={t('field.sources')} hint={t('write.sourcesHint')} lines={form.sources} change={(sources) => change({ sources })} error={error('sources')} />
      <div>
        <div className="small" id="write-language" style={{ fontWeight: 500, marginBottom: 5 }}>{t('field.language')}</div>
        <SegmentedControl aria-labelledby="write-language" value={form.language} onChange={(v) => change({ language: v as Language })} data={['zh', 'en'].map((value) => ({ value, label: t(`language.${value}`) }))} />
      </div>
      <TranslationPicker id={id} language={form.language} value={form.translation} change={(translation) => change({ translation })} />
    </div>
  );
}
