package dev.mockingbird.search.bank.door;

/// Cells that a spreadsheet would run as formulas, made harmless by an apostrophe before them,
/// which the import of our own table takes away again.
public final class Neutral {

  private static final String DANGEROUS = "=+-@\t\r\n＝＋－＠'";

  private Neutral() {}

  public static String of(String cell) {
    return !cell.isEmpty() && DANGEROUS.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }

  static String read(String cell) {
    return cell.startsWith("'") ? cell.substring(1) : cell;
  }
}
