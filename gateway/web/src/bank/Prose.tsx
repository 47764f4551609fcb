import { lazy, Suspense } from 'react';

// Asked for with the view that needs it, so that it is there when the text is.
const loading = import('react-markdown');
loading.catch(() => {});
const Markdown = lazy(() => loading);

/** Markdown from the bank: no HTML in it is ever honoured, links open elsewhere. */
export function Prose({ text, lang }: { text: string; lang?: string }) {
  if (!text.trim()) return null;
  return (
    <div className="prose" lang={lang === 'zh' ? 'zh-CN' : lang}>
      <Suspense fallback={<p style={{ whiteSpace: 'pre-wrap' }}>{text}</p>}>
        <Markdown components={{ a: ({ href, children }) => <a href={href} target="_blank" rel="noreferrer noopener">{children}</a>, img: ({ alt }) => <em>{alt}</em> }}>
          {text}
        </Markdown>
      </Suspense>
    </div>
  );
}
