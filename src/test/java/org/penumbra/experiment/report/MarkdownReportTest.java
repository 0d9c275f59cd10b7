package org.penumbra.experiment.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownReportTest {

    @Test
    void everyFigureOfThePaperStandsBesideOurs() {
        assertEquals(
                """
                # Table 1: MNIST

                How often is it right?

                ## What was done

                Digits were *read*.

                Twice.

                ## Accuracy

                Right and accepted, of 10 000 images.

                |               | right at tau 90 %, in % | paper (ours − paper) | fooled, in steps | paper (ours − paper) |   AUROC |
                | :------------ | ----------------------: | -------------------: | ---------------: | -------------------: | ------: |
                | CNN           |            99.23 ± 0.11 |        99.23 (±0.00) |             70.0 |          63.5 (+6.5) |   0.968 |
                | dAE \\| \\<sym> |                   98.43 |        98.11 (+0.32) |              - ¹ |                      |   1.000 |
                | ours          |                    7.13 |                      |              - ¹ |                      |     - ² |

                Behind ± stands half of the width of the 95 % interval. A hyphen stands for a figure that is not known.

                1. none of 200 was fooled
                2. not \\| run

                All digits: [accuracy.csv](accuracy.csv)

                ## AUROC over the number of classes

                Known against unknown.

                ![AUROC over the number of classes: AUROC over training classes. Curves: dAE sym; CNN; dAE sym, paper; jury of "three"](auroc.png)

                All digits: [auroc.csv](auroc.csv)

                ## End

                Done.
                """.replace("   0.968 |", " 0.968 |")
                        .replace("   1.000 |", " 1.000 |")
                        .replace("     - ² |", "   - ² |")
                        .replace("   AUROC |", " AUROC |")
                        .replace("| ------: |", "| ----: |"),
                MarkdownReport.text(SampleReport.report()));
    }

    @Test
    void aColumnWithoutThePaperHasNoSecondOne() {
        FigureTable table = new FigureTable(
                "a",
                "A",
                "",
                List.of(new FigureTable.Column("seconds", "", 0)),
                List.of(new FigureTable.Row("one", List.of(FigureTable.Entry.of(2.5)))));
        String text = MarkdownReport.text(new Report("t", "q", List.of(table)));
        assertTrue(text.contains("|     | seconds |\n| :-- | ------: |\n| one |       3 |\n"), text);
        assertFalse(text.contains("paper"), text);
    }

    @Test
    void differencesAreThoseOfTheFiguresThatAreRead() {
        // 0.0049 apart, but 0.01 as they are read.
        FigureTable.Entry entry = FigureTable.Entry.of(98.4351, 98.43);
        assertEquals("98.44", FigureText.of(entry.value(), 2));
        assertEquals("+0.01", FigureText.difference(entry, 2).orElseThrow());
        assertEquals(
                "-1.3", FigureText.difference(FigureTable.Entry.of(1, 2.25), 1).orElseThrow());
        assertTrue(FigureText.difference(FigureTable.Entry.of(1), 1).isEmpty());
    }

    @Test
    void figuresAreRoundedAsByHand() {
        assertEquals("1.01", FigureText.of(1.005, 2));
        assertEquals("-", FigureText.of(Double.NaN, 2));
        assertEquals("-0.5", FigureText.of(-0.45, 1));
        assertEquals("0.0", FigureText.of(-0.01, 1));
        assertEquals("123456789012", FigureText.of(123456789012.0, 0));
        assertEquals("∞", FigureText.of(Double.POSITIVE_INFINITY, 0));
    }

    @Test
    void thePaperIsShownWhereOursIsMissing() {
        FigureTable table = new FigureTable(
                "a",
                "A",
                "",
                List.of(new FigureTable.Column("right", "%", 1)),
                List.of(new FigureTable.Row("one", List.of(FigureTable.Entry.of(Double.NaN, 97.5)))));
        String text = MarkdownReport.text(new Report("t", "q", List.of(table)));
        assertTrue(text.contains("| one |           - |                 97.5 |\n"), text);
    }

    @Test
    void whatIsNotKnownYetIsSaid() {
        Curves none = new Curves("b", "B", "", Curves.Axis.of("x"), Curves.Axis.of("y"), List.of());
        FigureTable empty = new FigureTable("a", "A", "Of each.", List.of(), List.of());
        String text = MarkdownReport.text(new Report("t", "q", List.of(empty, none)));
        assertEquals("# t\n\nq\n\n## A\n\nOf each.\n\nNothing is known yet.\n\n## B\n\nNothing is known yet.\n", text);
    }

    @Test
    void wordsFromOutsideChangeNothingAroundThem() {
        assertEquals("a\\|b \\<b>c\\</b> \\*d\\* \\`e\\` \\[f\\](g)", MarkdownText.line("a|b <b>c</b> *d* `e` [f](g)"));
        assertEquals("mnist_dae \\_x\\_", MarkdownText.line("mnist_dae _x_"));
        assertEquals("two lines, one break", MarkdownText.line(" two lines,\n\none\tbreak "));
        assertEquals("\\# no headline", MarkdownText.line("# no headline"));
        assertEquals("1\\. no list, 2. neither", MarkdownText.line("1. no list, 2. neither"));
        assertEquals("\\- 5", MarkdownText.line("- 5"));
        assertEquals("a & b, \\&lt; \\$x\\$ \\~y\\~", MarkdownText.line("a & b, &lt; $x$ ~y~"));
        assertEquals("C:\\\\pictures", MarkdownText.line("C:\\pictures"));
        assertEquals("\\\\u001b\\[31m", MarkdownText.line("\u001b[31m"));
        assertEquals("Größe 漢字", MarkdownText.line("Größe 漢字"));
    }

    @Test
    void namesOfFilesAreUniqueAndPlain() {
        FigureTable table = SampleReport.table();
        Curves same = new Curves(table.id(), "Others", "", Curves.Axis.of("x"), Curves.Axis.of("y"), List.of());
        assertThrows(IllegalArgumentException.class, () -> new Report("t", "q", List.of(table, same)));
        Words twice = new Words(table.heading(), "");
        assertThrows(IllegalArgumentException.class, () -> new Report("t", "q", List.of(table, twice)));
        for (String id : List.of("", "../a", "A", "a b", "a_b", "a.", "-a")) {
            IllegalArgumentException refused = assertThrows(
                    IllegalArgumentException.class, () -> new FigureTable(id, "h", "", List.of(), List.of()));
            assertTrue(refused.getMessage().contains("\"" + id + "\""), refused.getMessage());
        }
    }
}
