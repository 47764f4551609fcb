/** A stretch of the interview's clock and the share of the strip that shows it. */
type Piece = { from: number; to: number; x: number; width: number; idle: boolean };

/**
 * Where each moment stands on the strip, from 0 to 1. A long stretch without anything gets a short break of fixed width
 * instead of its length, so that a pause of an hour does not push forty minutes of work into a corner.
 */
export class Axis {
  readonly pieces: Piece[];

  /**
   * @param busy moments at which something happened, in any order
   * @param shortest of the stretches that become a break, in milliseconds
   */
  constructor(
    readonly from: number,
    readonly to: number,
    busy: number[],
    shortest: number,
  ) {
    const moments = [...new Set([from, ...busy.filter((at) => at > from && at < to), to])].sort((a, b) => a - b);
    const gaps = moments.slice(1).map((at, i) => ({ from: moments[i]!, to: at })).filter((gap) => gap.to - gap.from >= shortest);
    const worked = Math.max(1, to - from - gaps.reduce((sum, gap) => sum + gap.to - gap.from, 0));
    // Breaks are seen but never take more than a quarter, and none is wider than it would be at full length.
    const room = Math.min(0.018, 0.25 / Math.max(1, gaps.length));
    const widths = gaps.map((gap) => Math.min(room, (gap.to - gap.from) / Math.max(1, to - from)));
    const scale = (1 - widths.reduce((sum, w) => sum + w, 0)) / worked;
    const nothingElse = worked <= 1;
    this.pieces = [];
    let x = 0;
    let at = from;
    const put = (until: number, width: number, idle: boolean) => {
      if (until <= at) return;
      this.pieces.push({ from: at, to: until, x, width, idle });
      x += width;
      at = until;
    };
    gaps.forEach((gap, i) => {
      put(gap.from, (gap.from - at) * scale, false);
      put(gap.to, nothingElse ? 1 / gaps.length : widths[i]!, true);
    });
    put(to, (to - at) * scale, false);
    if (this.pieces.length === 0) this.pieces.push({ from, to: Math.max(to, from + 1), x: 0, width: 1, idle: false });
  }

  xOf(time: number): number {
    const piece = this.pieces.findLast((p) => p.from <= time) ?? this.pieces[0]!;
    return Math.min(1, Math.max(0, piece.x + (piece.width * (time - piece.from)) / (piece.to - piece.from)));
  }

  timeOf(x: number): number {
    const piece = this.pieces.findLast((p) => p.x <= x) ?? this.pieces[0]!;
    const time = piece.from + ((x - piece.x) / (piece.width || 1)) * (piece.to - piece.from);
    return Math.max(this.from, Math.min(this.to, time));
  }

  get breaks() {
    return this.pieces.filter((piece) => piece.idle);
  }
}
