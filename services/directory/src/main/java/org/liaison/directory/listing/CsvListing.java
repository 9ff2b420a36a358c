package org.liaison.directory.listing;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.QuoteMode;

/// The list as RFC 4180 writes it: a heading, commas, every cell in quotation marks.
final class CsvListing {

    /// Without it, spreadsheets read the names of half the world as nonsense.
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setQuoteMode(QuoteMode.ALL)
            .setIgnoreEmptyLines(true)
            .get();

    private CsvListing() {}

    static String write(List<Row> rows) {
        StringBuilder text = new StringBuilder(BYTE_ORDER_MARK);
        try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
            printer.printRecord(Arrays.stream(Column.values()).map(Column::heading));
            for (Row row : rows)
                printer.printRecord(
                        Arrays.stream(Column.values()).map(column -> SpreadsheetSafe.written(row.text(column))));
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory can be written to", e);
        }
        return text.toString();
    }

    static Contents read(String text) {
        String csv = text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text;
        List<Row> rows = new ArrayList<>();
        List<Complaint> complaints = new ArrayList<>();
        long line = 1;
        try (CSVParser parser = CSVParser.parse(new StringReader(csv), asWritten(csv))) {
            List<Optional<Column>> columns = List.of();
            for (CSVRecord record : parser) {
                line = parser.getCurrentLineNumber() - breaksIn(record);
                if (columns.isEmpty()) columns = headings(record, complaints);
                else if (record.size() != columns.size())
                    complaints.add(new Complaint(
                            line, "", "this row has " + record.size() + " cells, the heading has " + columns.size()));
                else rows.add(row(line, record, columns));
                line = parser.getCurrentLineNumber() + 1;
            }
            if (columns.isEmpty()) complaints.add(new Complaint(0, "", "the file is empty: it has no heading"));
        } catch (IOException | UncheckedIOException e) {
            complaints.add(new Complaint(line, "", "from here on this is not CSV: a quotation mark is out of place"));
        }
        return Contents.of(rows, complaints);
    }

    /// Where the comma is the decimal sign, spreadsheets put semicolons between cells.
    private static CSVFormat asWritten(String csv) {
        String heading = csv.lines().findFirst().orElse("");
        return heading.contains(";") && !heading.contains(",")
                ? FORMAT.builder().setDelimiter(';').get()
                : FORMAT;
    }

    /// A cell may run over several lines; a row is named by its first.
    private static long breaksIn(CSVRecord record) {
        return record.stream()
                .flatMapToInt(String::chars)
                .filter(c -> c == '\n')
                .count();
    }

    private static List<Optional<Column>> headings(CSVRecord record, List<Complaint> complaints) {
        List<Optional<Column>> columns = new ArrayList<>();
        Set<Column> seen = new HashSet<>();
        for (String heading : record) {
            Optional<Column> column = Column.of(heading.strip());
            columns.add(column);
            if (column.isEmpty())
                complaints.add(new Complaint(
                        1, "number " + columns.size(), "there is no column of this name; an export shows them all"));
            if (column.isPresent() && !seen.add(column.get()))
                complaints.add(new Complaint(1, column.get().heading(), "this column is there twice"));
        }
        if (!seen.contains(Column.CODE))
            complaints.add(new Complaint(1, Column.CODE.heading(), "this column must not be missing"));
        return columns;
    }

    private static Row row(long line, CSVRecord record, List<Optional<Column>> columns) {
        Map<Column, String> cells = new EnumMap<>(Column.class);
        for (int n = 0; n < columns.size(); n++) {
            String cell = SpreadsheetSafe.read(record.get(n));
            columns.get(n).ifPresent(column -> cells.put(column, cell.strip()));
        }
        return new Row(line, cells);
    }
}
