import { lazy, Suspense } from 'react';

const Markdown = lazy(() => import('react-markdown'));

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
