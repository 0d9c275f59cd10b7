package org.penumbra.paint;

/** What the colours of a {@link Figure} mean, drawn on its right. */
public sealed interface Legend {

    /** Said along the legend, may be empty. */
    String label();

    /**
     * A colour bar with numbers, for pictures of {@link FieldPainter#scalar}.
     *
     * @param map   the colours
     * @param low   number of the darkest
     * @param high  number of the lightest, above {@code low}
     * @param label what the numbers are
     */
    record Bar(ColourMap map, double low, double high, String label) implements Legend {

        public Bar {
            if (!(low < high)) {
                throw new IllegalArgumentException("a colour bar needs low < high, but got " + low + " to " + high);
            }
        }
    }

    /**
     * One bar a class, from 0 to 1, for pictures of {@link FieldPainter#prediction} and
     * {@link FieldPainter#scaledOutputs}.
     *
     * @param painter of the picture
     * @param classes how many, at least 1
     * @param label   what the numbers from 0 to 1 are
     */
    record Classes(FieldPainter painter, int classes, String label) implements Legend {

        public Classes {
            if (classes < 1) {
                throw new IllegalArgumentException("classes: expected at least 1, but got " + classes);
            }
        }
    }
}
