package org.liaison.directory.listing;

/// A spreadsheet takes a cell that begins with `=`, `+`, `-` or `@` for a formula and may run it:
/// whoever can put a line into a directory could then act on the machine of whoever opens the list.
/// Such a cell is written with an apostrophe before it, which spreadsheets show as plain text;
/// reading takes exactly that apostrophe away again.
final class SpreadsheetSafe {

    private static final char MARK = '\'';
    /// Also what some programs skip before they look for a formula, and the full-width forms that some take for it.
    private static final String STARTERS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private SpreadsheetSafe() {}

    static String written(String cell) {
        return startsLikeFormula(cell) || isMarked(cell) ? MARK + cell : cell;
    }

    static String read(String cell) {
        return isMarked(cell) ? cell.substring(1) : cell;
    }

    private static boolean startsLikeFormula(String cell) {
        return !cell.isEmpty() && STARTERS.indexOf(cell.charAt(0)) >= 0;
    }

    /// An apostrophe of its own ('t Hof) stays untouched; one that could be ours is marked once more.
    private static boolean isMarked(String cell) {
        return cell.length() > 1
                && cell.charAt(0) == MARK
                && (STARTERS.indexOf(cell.charAt(1)) >= 0 || cell.charAt(1) == MARK);
    }
}
