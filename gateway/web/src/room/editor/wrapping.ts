import { RangeSetBuilder, type Extension } from '@codemirror/state';
import { Decoration, ViewPlugin, type DecorationSet, type EditorView } from '@codemirror/view';

const DEEPEST = 24;

/** A line of code that is too long goes on under its own indentation. */
export const hangingIndent: Extension = ViewPlugin.define((view) => {
  const plugin = { lines: hang(view), update(update: { docChanged: boolean; viewportChanged: boolean; view: EditorView }) {
    if (update.docChanged || update.viewportChanged) plugin.lines = hang(update.view);
  } };
  return plugin;
}, { decorations: ({ lines }) => lines });

function hang(view: EditorView): DecorationSet {
  const lines = new RangeSetBuilder<Decoration>();
  const { doc, tabSize } = view.state;
  for (const { from, to } of view.visibleRanges) {
    for (let at = from; at <= to;) {
      const line = doc.lineAt(at);
      const space = /^[\t ]*/.exec(line.text)![0];
      const width = Math.min(DEEPEST, [...space].reduce((sum, it) => (it === '\t' ? sum + tabSize - (sum % tabSize) : sum + 1), 0));
      if (width > 0) lines.add(line.from, line.from, Decoration.line({ attributes: { style: `--indent: ${width}ch` } }));
      at = line.to + 1;
    }
  }
  return lines.finish();
}
