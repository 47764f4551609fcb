import { useCallback, useLayoutEffect, useRef, useState } from 'react';

/**
 * Gives what opens now the keyboard before the next key is pressed, and gives it back to whoever had it: `hold` goes on
 * the element that everything is in, whose `data-autofocus` is focused.
 */
export function useHold() {
  const [before] = useState(placeNow);
  const held = useRef<HTMLElement>(null);
  const hold = useCallback((element: HTMLElement | null) => {
    if (!element) return;
    held.current = element;
    element.querySelector<HTMLElement>('[data-autofocus]')?.focus({ preventScroll: true });
  }, []);
  const giveBack = useCallback(() => goBack(before), [before]);
  useLayoutEffect(() => () => {
    const at = document.activeElement;
    // Not when somebody has gone elsewhere on purpose.
    if (at === document.body || held.current?.closest('[role="dialog"]')?.contains(at)) giveBack();
  }, [giveBack]);
  return { hold, giveBack };
}

type Place = { element: Element | null; selection: [Node, number, Node, number] | null };

function placeNow(): Place {
  const { anchorNode, anchorOffset, focusNode, focusOffset } = document.getSelection() ?? {};
  return { element: document.activeElement, selection: anchorNode && focusNode ? [anchorNode, anchorOffset!, focusNode, focusOffset!] : null };
}

function goBack({ element, selection }: Place) {
  if (!(element instanceof HTMLElement)) return;
  // An editor without its caret would begin at its beginning, until it notices.
  const [anchor, from, head, to] = selection ?? [];
  const fits = (node: Node | undefined, at: number | undefined): boolean => node !== undefined && element.contains(node) && at! <= (node.nodeType === Node.TEXT_NODE ? (node.nodeValue ?? '').length : node.childNodes.length);
  if (element.isContentEditable && fits(anchor, from) && fits(head, to)) document.getSelection()?.setBaseAndExtent(anchor!, from!, head!, to!);
  element.focus({ preventScroll: true });
}
