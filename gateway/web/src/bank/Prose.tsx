import { lazy, Suspense, type ComponentType } from 'react';
import type { Options } from 'react-markdown';

// Asked for with the view that needs it. Once it is there it is used at once: `lazy` would show its fallback first.
const loading = import('react-markdown');
let loaded: ComponentType<Options> | null = null;
loading.then((module) => { loaded = module.default; }, () => {});
const Later = lazy(() => loading);

/** Markdown from the bank: no HTML in it is ever honoured, links open elsewhere. */
export function Prose({ text, lang }: { text: string; lang?: string }) {
  if (!text.trim()) return null;
  const Markdown = loaded ?? Later;
  return (
    <div className="prose" lang={lang === 'zh' ? 'zh-CN' : lang}>
      <Suspense fallback={<p style={{ whiteSpace: 'pre-wrap' }}>{text}</p>}>
        <Markdown components={{ a: ({ href, children }) => <a href={href} target="_blank" rel="noreferrer noopener">{children}</a>, img: ({ alt }) => <em>{alt}</em>, pre: ({ children }) => <pre tabIndex={0}>{children}</pre> }}>
          {text}
        </Markdown>
      </Suspense>
    </div>
  );
}
