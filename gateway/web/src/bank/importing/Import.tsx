import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isOrganiser, useMe } from '../../api/queries';
import { ApiProblem } from '../../api/http';
import { Lines, Page } from '../../shell/Page';
import { Problem } from '../../shell/Problem';
import { AppliedImport } from './AppliedImport';
import './import.css';
import { Intake } from './Intake';
import { Review } from './Review';
import { useImport } from './useImport';
import type { Applied } from './wire';
import '../bank.css';

/** Hand in, look through, apply: nothing is written before the last of the three. */
export default function Import() {
  const { t } = useTranslation();
  const me = useMe();
  if (!isOrganiser(me.data)) {
    return <Page narrow title={t('import.title')}><Problem error={new ApiProblem(403, 'ORGANISERS_ONLY', '', '')} /></Page>;
  }
  return <Session person={me.data!.id} />;
}

function Session({ person }: { person: string }) {
  const { t } = useTranslation();
  const session = useImport(person);
  const [applied, setApplied] = useState<(Applied & { source: string; at: string }) | null>(null);
  if (session.open === 'loading') return <Page title={t('import.title')}><Lines label={t('loading')} /></Page>;
  if (applied) return <AppliedImport applied={applied} another={() => setApplied(null)} />;
  if (session.open === null) return <Intake durable={session.durable} start={session.start} />;
  const { source } = session.open.choices.now;
  return <Review key={session.open.upload} session={session} open={session.open} applied={(answer) => { session.discard(); setApplied({ ...answer, source, at: new Date().toISOString() }); }} />;
}
