package org.penumbra.data;

import java.io.IOException;
import java.util.Arrays;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A table as comma-separated values (RFC 4180, but with lines that end in a line feed): a header, then one line a record.
 * Numbers are written as Java does, with a dot in every country; what is null is left empty; a text stands in quotation
 * marks where it would be misread without, and is {@linkplain OutsideText#shownLines shown} where it holds what is not seen.
 */
public final class CsvTable {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

    private final CSVPrinter printer;

    /**
     * Writes the header.
     *
     * @param target receives the text and stays open
     */
    public CsvTable(Appendable target, String... header) throws IOException {
        printer = new CSVPrinter(target, FORMAT);
        printer.printRecord((Object[]) header);
    }

    /** Writes a record: a value for each column of the header. */
    public void line(Object... values) throws IOException {
        printer.printRecord(Arrays.stream(values)
                .map(value -> value instanceof String text ? OutsideText.shownLines(text) : value));
    }
}
