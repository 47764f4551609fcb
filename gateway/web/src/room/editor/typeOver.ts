import { EditorView } from '@codemirror/view';

/**
 * What is typed over a selection is put there by us: a browser would keep the look of what was selected by a style
 * attribute, which the page's policy refuses.
 */
export const typeOver = EditorView.domEventHandlers({
  beforeinput({ inputType, data, isComposing }, view) {
    if (inputType !== 'insertText' || data === null || isComposing || view.state.readOnly || view.state.selection.main.empty) return false;
    view.dispatch(view.state.replaceSelection(data), { userEvent: 'input.type', scrollIntoView: true });
    return true;
  },
});
