import { Button, SegmentedControl, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePeople } from '../../api/queries';
import type { QuestionForm, Standing } from '../../api/types';
import { useNarrow } from '../../room/useNarrow';
import type { Language } from '../../room/wire';
import { Dialog } from '../../shell/Dialog';
import { useWhen } from '../../shell/when';
import { SideBySide } from '../SideBySide';
import { clashes, settled, textOf, type Side } from './form';

const WRITTEN = ['title', 'body', 'reference'] as const;
type Written = (typeof WRITTEN)[number];
const isWritten = (field: keyof QuestionForm): field is Written => (WRITTEN as readonly string[]).includes(field);

type Props = { opened: boolean; close: () => void; began: QuestionForm; mine: QuestionForm; theirs: Standing; language: Language; settle: (form: QuestionForm) => void };

/** Somebody saved meanwhile: both texts, word by word, and for each field whose counts, or one written by hand. */
export function ConflictDialog({ opened, close, began, mine, theirs, language, settle }: Props) {
  const { t } = useTranslation();
  const when = useWhen();
  const narrow = useNarrow();
  const name = usePeople([theirs.by]);
  const found = clashes(began, mine, theirs.form);
  const [sides, setSides] = useState<Partial<Record<keyof QuestionForm, Side | 'hand'>>>({});
  const [byHand, setByHand] = useState<Partial<QuestionForm>>({});
  const sideOf = (field: keyof QuestionForm, first: Side) => sides[field] ?? first;
  const merged = () => {
    const chosen = Object.fromEntries(found.map((it) => [it.field, sideOf(it.field, it.side) === 'theirs' ? 'theirs' : 'mine'])) as Partial<Record<keyof QuestionForm, Side>>;
    const hand = Object.fromEntries(found.filter((it) => sideOf(it.field, it.side) === 'hand').map((it) => [it.field, byHand[it.field] ?? mine[it.field]]));
    return settled(mine, theirs.form, chosen, hand);
  };
  return (
    <Dialog opened={opened} close={close} size="min(1180px, 94vw)" title={t('clash.title')}>
      <p style={{ marginTop: 0 }}>{t(theirs.what === 'draft' ? 'clash.textDraft' : 'clash.text', { name: name(theirs.by).name, when: when.at(theirs.at), version: theirs.version })}</p>
      <div className="stack clashes">
        {found.map(({ field, side, both }) => (
          <section key={field} aria-label={t(`field.${field}`)}>
            <h3>{t(`field.${field}`)} {both && <span className="tag PARTLY">{t('clash.both')}</span>}</h3>
            <SideBySide before={textOf(theirs.form, field)} after={textOf(mine, field)} left={t('clash.theirs')} right={t('clash.mine')} lang={language} />
            <SegmentedControl size="xs" mt={6} aria-label={`${t('clash.whose')}: ${t(`field.${field}`)}`} value={sideOf(field, side)} onChange={(v) => setSides({ ...sides, [field]: v as Side })}
              data={[{ value: 'mine', label: t('clash.mine') }, { value: 'theirs', label: t('clash.theirs') }, ...(isWritten(field) ? [{ value: 'hand', label: t('clash.hand') }] : [])]} />
            {isWritten(field) && sideOf(field, side) === 'hand' && (
              <Textarea mt={8} autosize minRows={3} maxRows={14} classNames={{ input: 'mono' }} aria-label={`${t('clash.hand')}: ${t(`field.${field}`)}`} value={byHand[field] ?? mine[field]} onChange={(e) => setByHand({ ...byHand, [field]: e.currentTarget.value })} />
            )}
          </section>
        ))}
        {found.length === 0 && <p className="dim">{t('clash.none')}</p>}
      </div>
      <p className="small dim">{t(narrow ? 'clash.keptNarrow' : 'clash.kept')}</p>
      <div className="choices">
        <Button variant="default" onClick={close}>{t('clash.back')}</Button>
        <Button data-autofocus onClick={() => settle(merged())}>{t('clash.save')}</Button>
      </div>
    </Dialog>
  );
}
