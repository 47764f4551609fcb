import { ActionIcon, Autocomplete, Button, SegmentedControl, Textarea } from '@mantine/core';
import { IconClipboardText, IconFileText, IconFolder, IconUpload, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { importsQuery } from '../../api/queries';
import { useKept } from '../../room/useKept';
import type { Language } from '../../room/wire';
import { Page } from '../../shell/Page';
import { bytesOf, chosen, dropped, isSource, isTooMuch, joined, LARGEST, pasted, PASTED, suggestedLanguage, suggestedSource, type NamedFile } from './intake';
import { size } from './words';

const MOST_SHOWN = 8;

/** Files, a folder, a zip or pasted text; then what the list is called and which language it is in. */
export function Intake({ durable, start }: { durable: boolean; start: (files: NamedFile[], source: string, language: Language) => void }) {
  const { t, i18n } = useTranslation();
  const [files, setFiles] = useState<NamedFile[]>([]);
  const [over, setOver] = useState(false);
  const [text, setText] = useKept('import.pasted', '');
  const [pasting, setPasting] = useState(text !== '');
  const [source, setSource] = useState<string | null>(null);
  const [language, setLanguage] = useState<Language | null>(null);
  const [guessed, setGuessed] = useState<Language | null>(null);
  const [touched, setTouched] = useState(false);
  const before = useQuery(importsQuery);
  const pick = useRef<HTMLInputElement>(null);
  const pickFolder = useRef<HTMLInputElement>(null);
  const form = useRef<HTMLFormElement>(null);

  const all = text.trim() ? [...files.filter((it) => it.name !== PASTED), pasted(text)] : files;
  const name = source ?? suggestedSource(all);
  const tooMuch = isTooMuch(all);
  const badName = isSource(name) ? null : name.trim() ? t('import.sourceBad') : touched ? t('import.sourceNeeded') : null;
  const names = [...new Set((before.data?.items ?? []).map((it) => it.source))];
  const known = names.includes(name.trim());
  useEffect(() => {
    let gone = false;
    void suggestedLanguage(all).then((found) => { if (!gone) setGuessed(found); });
    return () => { gone = true; };
  }, [files, text]);

  const take = (more: NamedFile[]) => setFiles((now) => joined(now, more));
  const drop = (e: DragEvent) => {
    e.preventDefault();
    setOver(false);
    void dropped(e.dataTransfer).then(take);
  };
  const read = () => {
    setTouched(true);
    if (all.length === 0 || tooMuch || !isSource(name)) {
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>(all.length === 0 ? 'button' : '[aria-invalid=true]')?.focus());
      return;
    }
    setText('');
    start(all, name.trim(), language ?? guessed ?? (i18n.language as Language));
  };
  return (
    <Page title={t('import.title')} lead={t('import.lead')} actions={<Link className="small" to="/bank/imports">{t('imports.title')}</Link>}>
      <form ref={form} className="split booking" noValidate onSubmit={(e) => { e.preventDefault(); read(); }}>
        <section aria-labelledby="hand-in">
          <h2 id="hand-in">{t('import.what')}</h2>
          <div className={over ? 'dropzone over' : 'dropzone'} onDragOver={(e) => { e.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)} onDrop={drop}>
            <IconUpload size={34} stroke={1.3} aria-hidden />
            <p>{t('import.drop')}</p>
            <div className="tools">
              <Button leftSection={<IconFileText size={16} />} onClick={() => pick.current?.click()}>{t('import.files')}</Button>
              <Button variant="default" leftSection={<IconFolder size={16} />} onClick={() => pickFolder.current?.click()}>{t('import.folder')}</Button>
              <Button variant="default" leftSection={<IconClipboardText size={16} />} aria-expanded={pasting} onClick={() => setPasting(!pasting)}>{t('import.paste')}</Button>
            </div>
            <p className="tiny dim">{t('import.formats')}</p>
            <input ref={pick} type="file" multiple hidden aria-label={t('import.files')} data-intake="files" onChange={(e) => { if (e.currentTarget.files) take(chosen(e.currentTarget.files)); e.currentTarget.value = ''; }} />
            <input ref={pickFolder} type="file" multiple hidden aria-label={t('import.folder')} data-intake="folder" {...{ webkitdirectory: '' }} onChange={(e) => { if (e.currentTarget.files) take(chosen(e.currentTarget.files)); e.currentTarget.value = ''; }} />
          </div>
          {pasting && <Textarea mt="md" label={t('import.pasteHere')} value={text} onChange={(e) => setText(e.currentTarget.value)} autosize minRows={8} maxRows={20} classNames={{ input: 'mono' }} autoFocus={text === ''} />}
          {files.length > 0 && (
            <ul className="list" style={{ marginTop: 18 }} aria-label={t('import.handedIn')}>
              {files.slice(0, MOST_SHOWN).map((file) => (
                <li key={file.name} className="row slim">
                  <span className="grow" style={{ overflowWrap: 'anywhere' }}>{file.name}</span>
                  <span className="tiny dim nums">{size(file.bytes.size)}</span>
                  <ActionIcon variant="subtle" color="gray" aria-label={t('new.remove', { title: file.name })} onClick={() => setFiles(files.filter((it) => it !== file))}><IconX size={16} /></ActionIcon>
                </li>
              ))}
              {files.length > MOST_SHOWN && <li className="row slim dim small">{t('import.moreFiles', { count: files.length - MOST_SHOWN })} <span className="grow" /> <Button size="xs" variant="subtle" color="gray" onClick={() => setFiles([])}>{t('import.removeAll')}</Button></li>}
            </ul>
          )}
          {touched && all.length === 0 && <p className="fault small" role="alert">{t('import.nothing')}</p>}
          {tooMuch && <p className="fault small" role="alert">{t('import.tooMuch', { size: size(bytesOf(all)), most: size(LARGEST) })}</p>}
        </section>
        <section className="card stack" aria-label={t('import.about')}>
          <Autocomplete label={t('import.source')} description={known ? t('import.sourceKnown') : t('import.sourceHint')} data={names} value={name} maxLength={80} onChange={setSource} error={badName} comboboxProps={{ withinPortal: false }} />
          <div>
            <div className="small" id="list-language" style={{ fontWeight: 500, marginBottom: 5 }}>{t('import.language')}</div>
            <SegmentedControl fullWidth aria-labelledby="list-language" value={language ?? guessed ?? i18n.language} onChange={(v) => setLanguage(v as Language)} data={[{ value: 'zh', label: t('language.zh') }, { value: 'en', label: t('language.en') }]} />
          </div>
          <Button type="submit" size="md">{t('import.read')}</Button>
          <p className="tiny dim" style={{ margin: 0 }}>{durable ? t('import.nothingWritten') : t('import.notDurable')}</p>
        </section>
      </form>
    </Page>
  );
}
