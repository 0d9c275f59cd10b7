package org.penumbra.data.image;

import java.util.SplittableRandom;

/** What a picture of {@link Clutter} shows before it is mirrored, blurred or dimmed. */
enum ClutterKind {

    /** Smooth noise whose hills are ink: anything from grey mist to islands with hard coasts. */
    FIELD {
        @Override
        float[] paint(int side, int fewest, SplittableRandom random) {
            return ClutterField.draw(side, random);
        }
    },
    /** Bent strokes, up to two more than the fewest. */
    STROKES {
        @Override
        float[] paint(int side, int fewest, SplittableRandom random) {
            ClutterShapes shapes = new ClutterShapes(side, random);
            for (int count = fewest + random.nextInt(3); count > 0; count--) {
                shapes.stroke();
            }
            return shapes.picture();
        }
    },
    /** One to three spots, round or long. */
    SPOTS {
        @Override
        float[] paint(int side, int fewest, SplittableRandom random) {
            ClutterShapes shapes = new ClutterShapes(side, random);
            for (int count = 1 + random.nextInt(3); count > 0; count--) {
                shapes.spot();
            }
            return shapes.picture();
        }
    },
    /** Outlines of ellipses, whole or in part, up to one more than the fewest. */
    ARCS {
        @Override
        float[] paint(int side, int fewest, SplittableRandom random) {
            ClutterShapes shapes = new ClutterShapes(side, random);
            for (int count = fewest + random.nextInt(2); count > 0; count--) {
                shapes.arc();
            }
            return shapes.picture();
        }
    };

    private static final ClutterKind[] ALL = values();

    /** Draws a kind, each as likely. */
    static ClutterKind any(SplittableRandom random) {
        return ALL[random.nextInt(ALL.length)];
    }

    /**
     * Draws one, {@code side * side} pixels from 0 to 1.
     *
     * @param fewest strokes or ellipses: a single stroke as large as a digit is often a 1, a single ellipse a 0
     */
    abstract float[] paint(int side, int fewest, SplittableRandom random);
}
