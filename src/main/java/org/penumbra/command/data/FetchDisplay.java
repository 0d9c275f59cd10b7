package org.penumbra.command.data;

import java.io.PrintStream;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import org.penumbra.command.console.Console;
import org.penumbra.command.console.TerminalBar;
import org.penumbra.data.home.FetchProgress;
import org.penumbra.data.home.FolderNews;

/** Shows on standard error how far a download is, and what happens to it. */
interface FetchDisplay extends AutoCloseable {

    void show(FetchProgress progress);

    /** A line of its own. */
    void tell(FolderNews news);

    @Override
    void close();

    /** A bar for each file on a terminal, a plain line every quarter of the way elsewhere. */
    static FetchDisplay on(Console console) {
        return console.terminal() ? new Bars(console.bars()) : new Lines(console.err());
    }

    /** A bar for each file. */
    final class Bars implements FetchDisplay {

        private static final int KILOBYTE = 1000;

        private final PrintStream err;
        private ProgressBar bar;
        private int number;

        Bars(PrintStream err) {
            this.err = err;
        }

        @Override
        public void show(FetchProgress progress) {
            if (bar == null || progress.number() != number) {
                close();
                number = progress.number();
                bar = TerminalBar.named(
                                err,
                                number + "/" + progress.files() + " " + progress.file(),
                                progress.total(),
                                TerminalBar.NARROW)
                        .setUnit(" kB", KILOBYTE)
                        .build();
            }
            bar.maxHint(progress.total());
            bar.stepTo(progress.done());
        }

        @Override
        public void tell(FolderNews news) {
            close();
            err.println(news.words());
        }

        @Override
        public void close() {
            if (bar != null) {
                bar.close();
                bar = null;
            }
        }
    }

    /** Plain lines for logs and pipes. */
    final class Lines implements FetchDisplay {

        private static final int QUARTERS = 4;

        private final PrintStream err;
        private int number;
        private long shown;

        Lines(PrintStream err) {
            this.err = err;
        }

        @Override
        public void show(FetchProgress progress) {
            long quarter = progress.total() > 0 ? QUARTERS * progress.done() / progress.total() : 0;
            if (progress.number() == number && quarter <= shown) {
                return;
            }
            number = progress.number();
            shown = quarter;
            String total = progress.total() < 0 ? "" : String.format(Locale.ROOT, " of %.3f", progress.total() / 1e6);
            err.printf(
                    Locale.ROOT,
                    "%d/%d %s: %.3f%s MB%n",
                    number,
                    progress.files(),
                    progress.file(),
                    progress.done() / 1e6,
                    total);
        }

        @Override
        public void tell(FolderNews news) {
            err.println(news.words());
        }

        @Override
        public void close() {
            err.flush();
        }
    }
}
