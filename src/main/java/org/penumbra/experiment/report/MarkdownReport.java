package org.penumbra.experiment.report;

import java.util.List;
import org.penumbra.data.OutsideText;

/** A report in Markdown, as GitHub shows it, with pictures and tables in the files beside it. */
public final class MarkdownReport {

    /** Stands where a part has nothing to show. */
    private static final String NOTHING = "Nothing is known yet.\n";

    private MarkdownReport() {}

    /** The whole text; lines end in a line feed. */
    public static String text(Report report) {
        StringBuilder text = new StringBuilder();
        text.append("# ").append(MarkdownText.line(report.title())).append("\n\n");
        text.append(MarkdownText.line(report.question())).append('\n');
        for (ReportPart part : report.parts()) {
            text.append("\n## ").append(MarkdownText.line(part.heading())).append("\n\n");
            text.append(body(part));
        }
        return text.toString();
    }

    private static String body(ReportPart part) {
        if (part instanceof Words words) {
            return OutsideText.shownLines(words.text()).strip() + "\n";
        }
        return part instanceof FigureTable table ? table(table) : curves((Curves) part);
    }

    private static String table(FigureTable table) {
        return caption(table.caption())
                + (table.rows().isEmpty() ? NOTHING : MarkdownTable.of(table) + "\n" + values(table.id()));
    }

    private static String curves(Curves curves) {
        return caption(curves.caption())
                + (CurvesPicture.shows(curves) ? picture(curves) + "\n\n" + values(curves.id()) : NOTHING);
    }

    private static String caption(String caption) {
        return caption.isBlank() ? "" : MarkdownText.line(caption) + "\n\n";
    }

    /** The words say what is in the picture to whoever cannot see it. */
    private static String picture(Curves curves) {
        List<String> names = curves.curves().stream().map(CurvesPicture::name).toList();
        String words = curves.heading() + ": " + curves.y().name() + " over "
                + curves.x().name() + ". "
                + (names.size() == 1 ? "Curve: " : "Curves: ")
                + String.join("; ", names);
        return "![" + MarkdownText.line(words) + "](" + ReportFiles.picture(curves.id()) + ")";
    }

    private static String values(String id) {
        String file = ReportFiles.values(id);
        return "All digits: [" + file + "](" + file + ")\n";
    }
}
