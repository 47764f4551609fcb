import { EditorSelection, Facet, type Extension } from '@codemirror/state';
import { EditorView, layer, RectangleMarker, type LayerMarker } from '@codemirror/view';
import { peers, type Peer } from './peers';

/** How somebody is shown: their name, and which of the six colours is theirs. */
export type Face = { name: string; colour: number };
export const faces = Facet.define<ReadonlyMap<string, Face>, ReadonlyMap<string, Face>>({ combine: (all) => all[0] ?? new Map() });

const nobody: ReadonlyMap<string, Peer> = new Map();
const peersOf = (view: EditorView) => view.state.field(peers, false) ?? nobody;

/** Room at the right of the text, the width of a name, the width of one letter in the margin; pixels. */
const GAP = 10;
const widthOf = (name: string) => [...name].reduce((sum, letter) => sum + (letter > '\u2e7f' ? 12 : 7), 14);
const CHIP = 16;

type Place = { left: number; top: number; height: number };
type Label = { left: number; text: string; inMargin: boolean };

class Caret implements LayerMarker {
  constructor(private readonly face: Face, private readonly moves: number, private readonly at: Place, private readonly label: Label) {}

  eq(other: LayerMarker): boolean {
    return other instanceof Caret && this.moves === other.moves && this.face.name === other.face.name && this.face.colour === other.face.colour &&
      this.at.left === other.at.left && this.at.top === other.at.top && this.at.height === other.at.height &&
      this.label.left === other.label.left && this.label.text === other.label.text;
  }

  draw() {
    const element = document.createElement('div');
    element.append(document.createElement('i'), document.createElement('b'));
    this.adjust(element);
    return element;
  }

  update(element: HTMLElement, before: LayerMarker) {
    if (!(before instanceof Caret)) return false;
    this.adjust(element);
    return true;
  }

  private adjust(element: HTMLElement) {
    const [caret, label] = element.children as unknown as [HTMLElement, HTMLElement];
    // Two names for one animation: the label begins to fade anew with every move.
    element.className = `peer peer-${this.face.colour} peer-beat-${this.moves % 2}${this.label.inMargin ? ' peer-in-margin' : ''}`;
    element.style.top = `${this.at.top}px`;
    element.style.height = `${this.at.height}px`;
    caret.style.left = `${this.at.left - 1}px`;
    label.style.left = `${this.label.left}px`;
    label.textContent = this.label.text;
    label.title = this.face.name;
  }
}

const place = (view: EditorView, at: number, assoc?: number): Place | undefined =>
  RectangleMarker.forRange(view, '', EditorSelection.cursor(at, assoc))[0];

/** The name stands where no text is: after the line's end, or as one letter in the margin when the line is full. */
function labelled(view: EditorView, face: Face, head: number, at: Place, taken: Map<number, number>): Label {
  const end = view.moveToLineBoundary(EditorSelection.cursor(head, -1), true);
  const lineEnd = Math.max(place(view, end.head, -1)?.left ?? at.left, at.left, taken.get(at.top) ?? 0) + GAP;
  const width = widthOf(face.name);
  if (lineEnd + width <= view.scrollDOM.clientWidth + view.scrollDOM.scrollLeft) {
    taken.set(at.top, lineEnd + width);
    return { left: lineEnd, text: face.name, inMargin: false };
  }
  const start = view.moveToLineBoundary(EditorSelection.cursor(head, -1), false);
  return { left: (place(view, start.head, 1)?.left ?? CHIP) - CHIP - 3, text: [...face.name][0] ?? '', inMargin: true };
}

function carets(view: EditorView): Caret[] {
  const known = view.state.facet(faces);
  const taken = new Map<number, number>();
  return [...peersOf(view)].flatMap(([person, { head, moves }]) => {
    const face = known.get(person);
    const at = face && place(view, head);
    return face && at ? [new Caret(face, moves, { left: at.left, top: at.top, height: at.height }, labelled(view, face, head, at, taken))] : [];
  });
}

function selections(view: EditorView) {
  const known = view.state.facet(faces);
  return [...peersOf(view)].flatMap(([person, { anchor, head }]) => {
    const face = known.get(person);
    return face && anchor !== head ? RectangleMarker.forRange(view, `peer-selection peer-${face.colour}`, EditorSelection.range(anchor, head)) : [];
  });
}

/** Whoever points at a caret is told whose it is. */
const pointedAt = EditorView.domEventHandlers({
  mouseleave(_, view) {
    for (const caret of view.scrollDOM.querySelectorAll('.peer')) caret.removeAttribute('data-pointed');
  },
  mousemove(event, view) {
    for (const caret of view.scrollDOM.querySelectorAll<HTMLElement>('.peer > i')) {
      const { left, top, bottom } = caret.getBoundingClientRect();
      caret.parentElement!.toggleAttribute('data-pointed', Math.abs(event.clientX - left) < 9 && event.clientY >= top && event.clientY <= bottom);
    }
  },
});

/** The others' selections under the text and their carets over it, outside the text itself: neither composing nor reading aloud meets them. */
export const cursors: Extension = [
  layer({ above: false, class: 'peer-selections', update: (u) => u.docChanged || u.startState.field(peers, false) !== u.state.field(peers, false) || u.viewportChanged, markers: selections }),
  layer({ above: true, class: 'peers', update: (u) => u.docChanged || u.startState.field(peers, false) !== u.state.field(peers, false) || u.startState.facet(faces) !== u.state.facet(faces) || u.viewportChanged, markers: carets }),
  pointedAt,
];
