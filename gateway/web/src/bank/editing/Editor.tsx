import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { isStaff, questionQuery, useMe, versionsQuery } from '../../api/queries';
import { ApiProblem } from '../../api/http';
import type { Language } from '../../room/wire';
import { Lines, Page } from '../../shell/Page';
import { Problem } from '../../shell/Problem';
import { blank } from './form';
import { beginning, isBehind, publishedSince } from './saving';
import { useWorkList } from './useWorkList';
import { WritingDesk } from './WritingDesk';
import '../bank.css';

/** Writes a new question, or a new version of one that the bank has. */
export default function Editor() {
  const { t, i18n } = useTranslation();
  const { id = null } = useParams();
  const me = useMe();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const work = useWorkList(id, params.get('missing'), params.get('source') ?? '', params.get('topic') ?? '');
  const [fresh] = useState(() => blank(i18n.language as Language));
  const found = useQuery({ ...questionQuery(id ?? ''), enabled: id !== null, refetchOnWindowFocus: false });
  const q = found.data;
  const needed = q !== undefined && isBehind(q);
  const versions = useQuery({ ...versionsQuery(id ?? ''), enabled: needed, refetchOnWindowFocus: false });
  const title = id === null ? t('write.new') : t('write.edit');
  if (!isStaff(me.data)) return <Page narrow title={title}><Problem error={new ApiProblem(403, 'STAFF_ONLY', '', '')} /></Page>;
  if (id !== null && !q) {
    return <Page title={title}>{found.error ? <Problem error={found.error} retry={() => void found.refetch()} /> : <Lines label={t('loading')} />}</Page>;
  }
  if (needed && !versions.data) {
    return <Page title={title}>{versions.error ? <Problem error={versions.error} retry={() => void versions.refetch()} /> : <Lines label={t('loading')} />}</Page>;
  }
  const past = versions.data?.items ?? [];
  const from = q ? beginning(q, past) : { base: 0, stood: fresh, draftBase: 0, draftOn: null, fromDraft: false, form: fresh };
  return (
    <WritingDesk key={id ?? 'new'} id={id} question={q ?? null} since={(base) => (q ? publishedSince(base, q, past) : null)} person={me.data!.id} from={from} title={title}
      work={work} left={(to) => navigate(to)} />
  );
}
