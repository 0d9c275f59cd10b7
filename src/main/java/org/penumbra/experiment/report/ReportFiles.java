package org.penumbra.experiment.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.penumbra.data.Reasons;
import org.penumbra.data.WholeFile;
import org.penumbra.paint.ArgbImage;
import org.penumbra.paint.PngFile;

/** Writes a report: its text, a table of values for each table and each set of curves, and a picture of each set of curves. */
public final class ReportFiles {

    /** The report itself. */
    public static final String TEXT = "report.md";

    private ReportFiles() {}

    /**
     * Writes all files of a report. Each is there whole or not at all; files of those names are replaced and all others stay.
     * The same report gives the same bytes.
     *
     * @param folder made where it is not there
     * @return the files, the text first
     * @throws ReportException naming the file that cannot be written
     */
    public static List<Path> write(Report report, Path folder) {
        make(folder);
        List<Path> files = new ArrayList<>();
        files.add(folder.resolve(TEXT));
        for (ReportPart part : report.parts()) {
            if (part instanceof FigureTable table) {
                files.add(text(folder.resolve(values(table.id())), to -> ReportTables.write(table, to)));
            } else if (part instanceof Curves curves) {
                files.add(text(folder.resolve(values(curves.id())), to -> ReportTables.write(curves, to)));
                if (CurvesPicture.shows(curves)) {
                    files.add(picture(folder.resolve(picture(curves.id())), CurvesPicture.of(curves)));
                }
            }
        }
        // Last, so that everything it leads to is there.
        text(files.get(0), to -> to.write(MarkdownReport.text(report)));
        return List.copyOf(files);
    }

    /** Name of the file with the values of a part. */
    static String values(String id) {
        return id + ".csv";
    }

    /** Name of the file with the picture of a part. */
    static String picture(String id) {
        return id + ".png";
    }

    private static void make(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw cannot("make the folder " + folder, e);
        }
    }

    private static Path text(Path file, WholeFile.TextWriting writing) {
        return write(file, WholeFile.text(writing));
    }

    private static Path picture(Path file, ArgbImage picture) {
        return write(file, to -> PngFile.write(picture, to));
    }

    private static Path write(Path file, WholeFile.Writing writing) {
        try {
            WholeFile.write(file, writing);
            return file;
        } catch (IOException e) {
            throw cannot("write " + file, e);
        }
    }

    private static ReportException cannot(String what, IOException e) {
        return new ReportException(
                "the report: cannot " + what + " (" + Reasons.of(e)
                        + "); make room or allow writing there, or choose another folder",
                " with --out",
                e);
    }
}
