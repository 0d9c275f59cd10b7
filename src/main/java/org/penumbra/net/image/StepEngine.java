package org.penumbra.net.image;

import java.util.Locale;

/** Whose layers an image network is trained by. Architecture, initial weights, batches and noise are the same by each. */
public enum StepEngine {

    /** Our own layers. */
    PENUMBRA("Penumbra"),

    /** The stock layers of Deeplearning4j, which take a batch whole. */
    DL4J("DL4J") {
        @Override
        public int lanes(int wanted) {
            return 1;
        }
    };

    private final String title;

    StepEngine(String title) {
        this.title = title;
    }

    /** What files and options call it: "penumbra", "dl4j". */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a person calls it: "Penumbra", "DL4J". */
    public String title() {
        return title;
    }

    /**
     * Parts it cuts a batch into.
     *
     * @param wanted as many as are asked for, at least 1
     */
    public int lanes(int wanted) {
        return wanted;
    }
}
