package org.penumbra.experiment.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A table of figures in Markdown. A column with figures of the paper gets a second one, in which each stands in brackets with
 * what ours is more: so figures stand below each other digit by digit, and ten rows are compared at a glance.
 */
final class MarkdownTable {

    private static final String PAPER = "paper (ours − paper)";
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private final FigureTable table;
    private final List<String> notes = new ArrayList<>();

    private MarkdownTable(FigureTable table) {
        this.table = table;
    }

    /** The table, with the words without which it could not be read, and its notes. */
    static String of(FigureTable table) {
        return new MarkdownTable(table).text();
    }

    private String text() {
        List<List<String>> lines = new ArrayList<>();
        lines.add(header());
        table.rows().forEach(row -> lines.add(line(row)));
        StringBuilder text = new StringBuilder();
        int[] widths = widths(lines);
        append(text, lines.get(0), widths);
        text.append('|').append(" :").append("-".repeat(widths[0] - 1)).append(" |");
        for (int i = 1; i < widths.length; i++) {
            text.append(' ').append("-".repeat(widths[i] - 1)).append(": |");
        }
        text.append('\n');
        lines.subList(1, lines.size()).forEach(line -> append(text, line, widths));
        appendKey(text);
        return text.toString();
    }

    private List<String> header() {
        List<String> header = new ArrayList<>(List.of(""));
        for (int i = 0; i < table.columns().size(); i++) {
            FigureTable.Column column = table.columns().get(i);
            header.add(MarkdownText.line(
                    column.unit().isEmpty() ? column.name() : column.name() + ", in " + column.unit()));
            if (hasPaper(i)) {
                header.add(PAPER);
            }
        }
        return header;
    }

    private List<String> line(FigureTable.Row row) {
        List<String> line = new ArrayList<>(List.of(MarkdownText.line(row.name())));
        for (int i = 0; i < row.entries().size(); i++) {
            FigureTable.Entry entry = row.entries().get(i);
            int decimals = table.columns().get(i).decimals();
            line.add(FigureText.withInterval(entry, decimals) + mark(entry.note()));
            if (hasPaper(i)) {
                line.add(beside(entry, decimals));
            }
        }
        return line;
    }

    private static String beside(FigureTable.Entry entry, int decimals) {
        if (Double.isNaN(entry.paper())) {
            return "";
        }
        String paper = FigureText.of(entry.paper(), decimals);
        return FigureText.difference(entry, decimals)
                .map(more -> paper + " (" + more + ")")
                .orElse(paper);
    }

    private boolean hasPaper(int column) {
        return table.rows().stream()
                .anyMatch(row -> !Double.isNaN(row.entries().get(column).paper()));
    }

    /** The number of a note, small and raised; the same note has one number. */
    private String mark(String note) {
        if (note.isBlank()) {
            return "";
        }
        if (!notes.contains(note)) {
            notes.add(note);
        }
        StringBuilder mark = new StringBuilder(" ");
        Integer.toString(notes.indexOf(note) + 1)
                .chars()
                .forEach(digit -> mark.append(SUPERSCRIPTS.charAt(digit - '0')));
        return mark.toString();
    }

    private void appendKey(StringBuilder text) {
        List<String> key = new ArrayList<>();
        if (entries().stream().anyMatch(entry -> Double.isFinite(entry.value()) && Double.isFinite(entry.interval()))) {
            key.add("Behind ± stands half of the width of the 95 % interval.");
        }
        if (entries().stream().anyMatch(entry -> Double.isNaN(entry.value()))) {
            key.add("A hyphen stands for a figure that is not known.");
        }
        if (!key.isEmpty()) {
            text.append('\n').append(String.join(" ", key)).append('\n');
        }
        for (int i = 0; i < notes.size(); i++) {
            text.append(i == 0 ? "\n" : "").append(i + 1).append(". ");
            text.append(MarkdownText.line(notes.get(i))).append('\n');
        }
    }

    private List<FigureTable.Entry> entries() {
        return table.rows().stream().flatMap(row -> row.entries().stream()).toList();
    }

    private static int[] widths(List<List<String>> lines) {
        int[] widths = new int[lines.get(0).size()];
        for (List<String> line : lines) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(Math.max(widths[i], 3), length(line.get(i)));
            }
        }
        return widths;
    }

    /** Names stand at the left, figures at the right, so that the file is a table even before it is shown as one. */
    private static void append(StringBuilder text, List<String> line, int[] widths) {
        text.append('|');
        for (int i = 0; i < widths.length; i++) {
            String space = " ".repeat(widths[i] - length(line.get(i)));
            text.append(' ')
                    .append(i == 0 ? line.get(i) + space : space + line.get(i))
                    .append(" |");
        }
        text.append('\n');
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
