package org.penumbra.bench;

import java.io.PrintStream;
import org.penumbra.command.console.OutputFolder;

/** What the makers' commands ask of a window that is drawn in memory; tests put another in its place. */
public interface MakersTools {

    /**
     * Measures the rings lab (training with and without fields, fields, repainting) and prints the figures.
     *
     * @param out     where the figures go, one a line
     * @param seconds how long each measurement lasts, 1 to 600
     */
    void measureRings(PrintStream out, int seconds) throws InterruptedException;

    /**
     * Makes the README's screenshots and animation, without a display.
     *
     * @param out receives them, under the names of {@link ReadmePictures#NAMES}
     */
    void makePictures(OutputFolder out) throws InterruptedException;

    /** Those of the program. */
    static MakersTools ofProgram() {
        return new MakersTools() {
            @Override
            public void measureRings(PrintStream out, int seconds) throws InterruptedException {
                new RingsBenchmark(out, seconds).run();
            }

            @Override
            public void makePictures(OutputFolder out) throws InterruptedException {
                ReadmePictures.make(out);
            }
        };
    }
}
