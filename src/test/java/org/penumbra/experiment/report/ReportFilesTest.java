package org.penumbra.experiment.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.paint.PngFile;

class ReportFilesTest {

    @TempDir
    Path temporary;

    @Test
    void everyTableAndCurveHasItsFiles() throws IOException {
        Path folder = temporary.resolve("new/folder");
        List<Path> files = ReportFiles.write(SampleReport.report(), folder);
        assertEquals(
                Stream.of("report.md", "accuracy.csv", "auroc.csv", "auroc.png")
                        .map(folder::resolve)
                        .toList(),
                files);
        assertEquals(MarkdownReport.text(SampleReport.report()), Files.readString(folder.resolve("report.md")));
        assertEquals(1600, PngFile.read(folder.resolve("auroc.png")).width());
    }

    @Test
    void tablesHoldAllDigits() throws IOException {
        ReportFiles.write(SampleReport.report(), temporary);
        assertEquals("""
                row,column,unit,ours,interval,paper,note
                CNN,right at tau 90 %,%,99.2275,0.114,99.23,
                CNN,fooled,steps,70.0,,63.5,
                CNN,AUROC,,0.96849,,,
                dAE | <sym>,right at tau 90 %,%,98.43,,98.11,
                dAE | <sym>,fooled,steps,,,,none of 200 was fooled
                dAE | <sym>,AUROC,,1.0,,,
                ours,right at tau 90 %,%,7.125,,,
                ours,fooled,steps,,,,none of 200 was fooled
                ours,AUROC,,,,,not | run
                """, Files.readString(temporary.resolve("accuracy.csv")));
        List<String> lines = Files.readAllLines(temporary.resolve("auroc.csv"));
        assertEquals("curve,of,training classes,AUROC,interval", lines.get(0));
        assertEquals("dAE sym,ours,2.0,0.88,0.02", lines.get(2));
        assertEquals("dAE sym,paper,2.0,0.85,", lines.get(22));
        assertEquals(
                List.of("\"jury of \"\"three\"\"\",ours,2.0,,", "\"jury of \"\"three\"\"\",ours,3.0,0.875,"),
                lines.subList(32, 34));
        assertEquals(34, lines.size());
    }

    @Test
    void theSameReportGivesTheSameBytesInEveryCountry() throws IOException {
        Locale usual = Locale.getDefault();
        Path here = temporary.resolve("here");
        Path there = temporary.resolve("there");
        List<Path> files = ReportFiles.write(SampleReport.report(), here);
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            ReportFiles.write(SampleReport.report(), there);
        } finally {
            Locale.setDefault(usual);
        }
        for (Path file : files) {
            assertArrayEquals(
                    Files.readAllBytes(file),
                    Files.readAllBytes(there.resolve(here.relativize(file))),
                    file.toString());
        }
    }

    @Test
    void anEarlierReportIsReplacedAndOtherFilesStay() throws IOException {
        Files.writeString(temporary.resolve("report.md"), "old");
        Files.writeString(temporary.resolve("accuracy.csv"), "old");
        Files.writeString(temporary.resolve("results.json"), "{}");
        ReportFiles.write(SampleReport.report(), temporary);
        assertTrue(Files.readString(temporary.resolve("report.md")).startsWith("# Table 1"));
        assertTrue(Files.readString(temporary.resolve("accuracy.csv")).startsWith("row,"));
        assertEquals("{}", Files.readString(temporary.resolve("results.json")));
    }

    @Test
    void curvesOfWhichNothingIsKnownHaveNoPicture() {
        Curves none = new Curves("b", "B", "", Curves.Axis.of("x"), Curves.Axis.of("y"), List.of());
        List<Path> files = ReportFiles.write(new Report("t", "q", List.of(none)), temporary);
        assertEquals(List.of(temporary.resolve("report.md"), temporary.resolve("b.csv")), files);
        assertFalse(Files.exists(temporary.resolve("b.png")));
    }

    @Test
    void whatCannotBeWrittenIsNamed() throws IOException {
        Path file = Files.writeString(temporary.resolve("file"), "kept");
        ReportException folder =
                assertThrows(ReportException.class, () -> ReportFiles.write(SampleReport.report(), file));
        assertTrue(folder.getMessage().contains("cannot make the folder " + file), folder.getMessage());
        assertEquals("kept", Files.readString(file));

        Path picture = Files.createDirectories(temporary.resolve("results/auroc.png/inside"))
                .getParent();
        ReportException place = assertThrows(
                ReportException.class, () -> ReportFiles.write(SampleReport.report(), picture.getParent()));
        assertTrue(place.getMessage().contains("cannot write " + picture), place.getMessage());
        assertTrue(place.getMessage().endsWith("choose another folder with --out"), place.getMessage());
        assertTrue(place.inWindow().endsWith("choose another folder"), place.inWindow());
        assertFalse(Files.exists(picture.resolveSibling("report.md")), "a report without its pictures");
    }
}
