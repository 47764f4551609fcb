import { Button, Radio } from '@mantine/core';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { chooseShape, confirmShapes, unconfirmed, type Choices } from './choices';
import type { Choose } from './useImport';
import { useShapeName } from './useShapeName';
import type { Preview, PreviewFile } from './wire';

type Props = { answer: Preview; choices: Choices; choose: Choose; goToLine: (file: string, line: number) => void };

/** One sentence on what was understood, how sure it is and why; below "sure" it asks, and waits for the answer. */
export const Understood = memo(function Understood(props: Props) {
  const { t } = useTranslation();
  const { answer, choices, choose } = props;
  const [others, setOthers] = useState(false);
  const questions = answer.items.filter((it) => it.kind === 'question');
  const topics = new Set(questions.flatMap((it) => it.topics)).size;
  const asks = unconfirmed(answer, choices);
  const percent = Math.floor(answer.confidence * 100);
  const [only] = answer.files;
  return (
    <section className={asks.length > 0 ? 'understood asks' : 'understood'} aria-label={t('review.understood')}>
      <p className="said">
        {[
          t('review.found', { count: questions.length }),
          t('review.inTopics', { count: topics }),
          t('review.withAnswer', { count: questions.filter((it) => it.reference.trim()).length }),
        ].join(t('clause'))}
        {t('stop')}
      </p>
      <Because files={answer.files} percent={percent} confirmed={answer.files.length > 0 && answer.files.every((file) => choices.files[file.name]?.shape)} />
      {asks.length === 0 && answer.files.length === 1 && only && only.shapes.length > 1 && (
        <Button size="compact-sm" variant="subtle" aria-expanded={others} onClick={() => setOthers(!others)}>{t('review.otherBlocks')}</Button>
      )}
      {asks.length === 0 && others && only && <Shapes {...props} file={only} />}
      {asks.slice(0, 3).map((file) => <Asking key={file.name} {...props} file={file} several={answer.files.length > 1} />)}
      {asks.length > 1 && <Button className="all" variant="default" onClick={() => choose((now) => confirmShapes(now, asks))}>{t('review.confirmAll', { count: asks.length })}</Button>}
    </section>
  );
});

function Because({ files, percent, confirmed }: { files: PreviewFile[]; percent: number; confirmed: boolean }) {
  const { t } = useTranslation();
  const name = useShapeName();
  const reasons = [...new Set(files.flatMap((file) => file.because))].slice(0, 4);
  return (
    <div className="because">
      <div className="confidence" role="img" aria-label={t('review.confidence', { percent })}><i style={{ width: `${percent}%` }} /></div>
      <span className="small nums" aria-hidden>{t('review.confidence', { percent })}</span>
      <ul className="small dim">
        {files.length === 1 && files[0] && <li>{t('review.from', { blocks: name(files[0].shape) })}</li>}
        {confirmed && <li><strong>{t('review.youSaid')}</strong></li>}
        {reasons.map((reason) => <li key={reason}>{reason}</li>)}
      </ul>
    </div>
  );
}

function Asking(props: Props & { file: PreviewFile; several: boolean }) {
  const { t } = useTranslation();
  const { file, several } = props;
  return (
    <div className="asking" role="group" aria-label={t('review.areThese')}>
      <h2>{t('review.areThese')}{several && <span className="dim small"> {file.name}</span>}</h2>
      <p className="small dim">{t('review.areTheseWhy')}</p>
      <Shapes {...props} />
    </div>
  );
}

function Shapes({ file, choices, choose, goToLine }: Props & { file: PreviewFile }) {
  const { t } = useTranslation();
  const name = useShapeName();
  const [wanted, setWanted] = useState(file.shape);
  const shapes = file.shapes.some((it) => it.shape === file.shape) ? file.shapes : [{ shape: file.shape, line: file.marks.find((it) => it.role === 'QUESTION')?.from ?? 1, example: '', blocks: 0 }, ...file.shapes];
  const settled = choices.files[file.name]?.shape === wanted;
  return (
    <form onSubmit={(e) => { e.preventDefault(); choose((now) => chooseShape(now, file, wanted)); }}>
      <Radio.Group value={wanted} onChange={setWanted} aria-label={t('review.areThese')}>
        <ul className="shapes">
          {shapes.map((it) => (
            <li key={it.shape}>
              <Radio value={it.shape} label={<><strong>{name(it.shape)}</strong> <span className="dim nums">{it.blocks > 0 && t('review.blocks', { count: it.blocks })}</span><span className="example">{it.example}</span></>} />
              <Button size="compact-xs" variant="subtle" color="gray" aria-label={`${t('review.line', { line: it.line })}: ${name(it.shape)}`} onClick={() => goToLine(file.name, it.line)}>{t('review.line', { line: it.line })}</Button>
            </li>
          ))}
        </ul>
      </Radio.Group>
      <Button type="submit" size="sm" disabled={settled}>{wanted === file.shape ? t('review.yesThese') : t('review.readAgain')}</Button>
    </form>
  );
}
