package org.penumbra.data.plane;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.penumbra.data.OutsideText;
import org.penumbra.data.TypedNumber;

/**
 * Reads a table of points. The first line decides what parts the values: a tab, else a semicolon, else a comma. It holds
 * headings when neither of its first two values is a number; headings named x, y and class (or label) say which columns are
 * meant, otherwise these are the first three. Decimals have a dot; where no comma parts the values, a comma is understood
 * too. Empty lines are left out. What a class may be called says {@link FileClasses}.
 */
final class PointsTable {

    private static final List<String> CLASS_HEADINGS = List.of("class", "label");
    private static final String EXPECTED = "expected x, y and a class, parted by commas, semicolons or tabs";

    /** Where the three values of a line stand, and how many values a line has. */
    private record Columns(int x, int y, int label, int count) {}

    private final String source;
    private final List<float[]> places = new ArrayList<>();
    private final FileClasses classes;

    /** @param source what messages call the file */
    PointsTable(String source) {
        this.source = source;
        classes = new FileClasses(source);
    }

    /** The points of a whole text. */
    FilePoints read(String text) {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter(text))
                .setIgnoreEmptyLines(false)
                .setIgnoreSurroundingSpaces(true)
                .get();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            readLines(parser);
        } catch (IOException impossible) {
            throw new UncheckedIOException("a text in memory cannot be read", impossible);
        }
        if (places.isEmpty()) {
            throw wrong(0, EXPECTED + ", a line a point, but there is none. Add points.");
        }
        return points();
    }

    private void readLines(CSVParser parser) {
        Iterator<CSVRecord> records = parser.iterator();
        Columns columns = null;
        while (true) {
            long line = parser.getCurrentLineNumber() + 1;
            CSVRecord record = next(records, line);
            if (record == null) {
                return;
            }
            if (isEmpty(record)) {
                continue;
            }
            if (columns == null) {
                boolean headings = isHeadings(record);
                columns = headings ? named(record, line) : new Columns(0, 1, 2, 3);
                if (headings) {
                    continue;
                }
            }
            point(record, columns, line);
        }
    }

    private CSVRecord next(Iterator<CSVRecord> records, long line) {
        try {
            return records.hasNext() ? records.next() : null;
        } catch (UncheckedIOException | IllegalStateException torn) {
            throw new PointsFileProblem(
                    source,
                    line,
                    "expected a quotation mark at both ends of a text or at none. Close it or take it away.",
                    torn);
        }
    }

    private static boolean isEmpty(CSVRecord record) {
        return record.stream().allMatch(String::isBlank);
    }

    /** Of a line of points at least one of the first two values is a number, however wrong the other. */
    private static boolean isHeadings(CSVRecord record) {
        return record.stream().limit(2).noneMatch(PointsTable::isNumber);
    }

    private static boolean isNumber(String value) {
        try {
            Double.parseDouble(value.strip().replace('\u2212', '-').replace(',', '.'));
            return true;
        } catch (NumberFormatException word) {
            return false;
        }
    }

    private Columns named(CSVRecord headings, long line) {
        List<String> names = headings.stream()
                .map(name -> name.replace("#", "").strip().toLowerCase(Locale.ROOT))
                .toList();
        int label = CLASS_HEADINGS.stream()
                .mapToInt(names::indexOf)
                .filter(at -> at >= 0)
                .findFirst()
                .orElse(-1);
        if (names.contains("x") && names.contains("y") && label >= 0) {
            return new Columns(names.indexOf("x"), names.indexOf("y"), label, names.size());
        }
        if (names.size() != 3) {
            throw wrong(
                    line,
                    "expected the headings x, y and class, or points, but found " + values(headings)
                            + ". Name the three columns, or leave the others out.");
        }
        return new Columns(0, 1, 2, 3);
    }

    private void point(CSVRecord record, Columns columns, long line) {
        if (record.size() != columns.count()) {
            throw wrong(line, EXPECTED + ", but found " + values(record) + ". Give every point its three values.");
        }
        if (places.size() == PaintedPoints.MOST_POINTS) {
            throw wrong(
                    line,
                    "expected at most " + PaintedPoints.MOST_POINTS + " points, but there are more. Leave some out.");
        }
        float x = coordinate("x", record.get(columns.x()), line);
        float y = coordinate("y", record.get(columns.y()), line);
        places.add(new float[] {x, y});
        classes.add(record.get(columns.label()), line);
    }

    private float coordinate(String axis, String value, long line) {
        double number;
        try {
            number = TypedNumber.of(value);
        } catch (IllegalArgumentException unreadable) {
            throw new PointsFileProblem(
                    source,
                    line,
                    axis + ": " + unreadable.getMessage() + ", but found " + found(value)
                            + ". Correct it or leave the line out.",
                    unreadable);
        }
        if (!PlaneData.COORDINATE.contains(number)) {
            throw wrong(
                    line,
                    axis + ": expected " + PlaneData.COORDINATE.expectation() + ", but found " + found(value)
                            + ". Use other units or leave the line out.");
        }
        return (float) number;
    }

    private FilePoints points() {
        int[] numbers = classes.numbers();
        List<PaintedPoint> points = new ArrayList<>(places.size());
        for (int i = 0; i < numbers.length; i++) {
            points.add(new PaintedPoint(places.get(i)[0], places.get(i)[1], numbers[i]));
        }
        return new FilePoints(new PaintedPoints(points), classes.names());
    }

    private static String delimiter(String text) {
        String first = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        String bare = first.replaceAll("\"[^\"]*\"", "");
        return bare.indexOf('\t') >= 0 ? "\t" : bare.indexOf(';') >= 0 ? ";" : ",";
    }

    private static String values(CSVRecord record) {
        return record.size() == 1
                ? "only " + found(record.get(0))
                : record.size() + " values: " + OutsideText.quoted(String.join(", ", record.toList()));
    }

    private static String found(String value) {
        return value.isBlank() ? "nothing" : OutsideText.quoted(value);
    }

    private PointsFileProblem wrong(long line, String complaint) {
        return new PointsFileProblem(source, line, complaint, null);
    }
}
