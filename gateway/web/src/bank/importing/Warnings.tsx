import { useTranslation } from 'react-i18next';
import type { PreviewWarning } from './wire';

/** What a careful reader would point at: where, what, and its fix; a press leads to the line. */
export function Warnings({ warnings, goToLine, several }: { warnings: PreviewWarning[]; goToLine: (file: string, line: number) => void; several: boolean }) {
  const { t } = useTranslation();
  return (
    <ul className="list warninglist">
      {warnings.map((it, i) => (
        <li key={i}>
          <button className="plain warningrow" onClick={() => goToLine(it.file, it.line)}>
            <span className="nums where">{several && <span className="clip">{it.file}</span>}{t('review.line', { line: it.line })}</span>
            <span><span>{it.message}</span> <span className="dim">{it.fix}</span> <code className="tiny dim">{it.code}</code></span>
          </button>
        </li>
      ))}
    </ul>
  );
}
