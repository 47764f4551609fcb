import { Badge, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { QuestionForm } from '../../api/types';
import { Prose } from '../Prose';
import { QuestionChips } from '../QuestionChips';
import { StaffNotes } from '../StaffNotes';
import { tidy } from './form';

/** The question as it will be read: first what candidates see, then what only staff do. */
export function FormPreview({ form }: { form: QuestionForm }) {
  const { t } = useTranslation();
  const it = tidy(form);
  return (
    <article className="question">
      <QuestionChips q={{ ...it, hasReference: it.reference.trim() !== '' }} />
      <h2 lang={it.language === 'zh' ? 'zh-CN' : 'en'}>{it.title || <span className="dim">{t('write.noTitle')}</span>}</h2>
      <Prose text={it.body} lang={it.language} />
      {it.tags.length > 0 && <Group gap={6} mt="md">{it.tags.map((tag) => <Badge key={tag} color="gray">{tag}</Badge>)}</Group>}
      <div className="staffpart"><p className="tiny dim">{t('bank.staffOnly')}</p><StaffNotes staff={it} lang={it.language} hints /></div>
    </article>
  );
}
