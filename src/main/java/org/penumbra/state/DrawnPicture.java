package org.penumbra.state;

import java.util.List;
import org.penumbra.data.Range;
import org.penumbra.data.ink.Stroke;
import org.penumbra.state.StateValue.Call;

/** What is on the pad of the drawing lab before anything is changed about it. Images of data sets are named, never held. */
public sealed interface DrawnPicture {

    /** Nothing. */
    Drawing BLANK = new Drawing(List.of());

    /** As it stands in a state. */
    String text();

    /**
     * Strokes.
     *
     * @param strokes on a pad of 100 x 100 units, y downwards
     */
    record Drawing(List<Stroke> strokes) implements DrawnPicture {

        public Drawing {
            strokes = List.copyOf(strokes);
        }

        @Override
        public String text() {
            return new Call(strokes.isEmpty() ? "blank" : "drawing", DrawnText.of(strokes)).toString();
        }
    }

    /** A letter that the program draws: a to z, A to Z. */
    record Letter(char letter) implements DrawnPicture {

        @Override
        public String text() {
            return new Call("letter", Character.toString(letter)).toString();
        }
    }

    /**
     * An image of even noise.
     *
     * @param strength 0 to 1
     * @param seed     which noise
     */
    record Noise(double strength, long seed) implements DrawnPicture {

        private static final Range STRENGTH = Range.of(0, 1);

        @Override
        public String text() {
            return new Call("noise", StateValue.number(strength) + "," + seed).toString();
        }
    }

    /**
     * A test image of a data set.
     *
     * @param data  name of a data set ("mnist"), or {@link #BUILT_IN} for the digits the program makes
     * @param index from 0 on, as in the files
     */
    record TestImage(String data, int index) implements DrawnPicture {

        /** The digits that the program makes itself. */
        public static final String BUILT_IN = "digits";

        private static final int MOST = 1_000_000;
        private static final int LONGEST = 60;

        @Override
        public String text() {
            return new Call("test", StateValue.encoded(data) + "," + index).toString();
        }
    }

    /** @throws IllegalArgumentException for a text that means no picture */
    static DrawnPicture read(String text) {
        Call call = Call.of(text).orElseThrow(() -> wrong(text));
        List<String> words = StateValue.parts(call.content(), ',');
        return switch (call.name()) {
            case "blank" -> {
                if (!words.isEmpty()) {
                    throw wrong(text);
                }
                yield BLANK;
            }
            case "drawing" -> {
                List<Stroke> strokes = DrawnText.read(call.content());
                if (strokes.isEmpty()) {
                    throw wrong(text);
                }
                yield new Drawing(strokes);
            }
            case "letter" -> {
                if (!call.content().matches("[A-Za-z]")) {
                    throw wrong(text);
                }
                yield new Letter(call.content().charAt(0));
            }
            case "noise" -> {
                require(words.size() == 2, text);
                yield new Noise(
                        StateReader.number(words.get(0), Noise.STRENGTH),
                        StateReader.whole(words.get(1), Long.MIN_VALUE, Long.MAX_VALUE));
            }
            case "test" -> {
                require(words.size() == 2, text);
                yield new TestImage(StateReader.line(words.get(0), TestImage.LONGEST), (int)
                        StateReader.whole(words.get(1), 0, TestImage.MOST));
            }
            default -> throw wrong(text);
        };
    }

    private static void require(boolean right, String text) {
        if (!right) {
            throw wrong(text);
        }
    }

    private static IllegalArgumentException wrong(String text) {
        return new IllegalArgumentException(StateReader.expected(
                "a picture: blank, drawing(STROKES), letter(R), noise(1,7), test(digits,3) or test(mnist,3)", text));
    }
}
