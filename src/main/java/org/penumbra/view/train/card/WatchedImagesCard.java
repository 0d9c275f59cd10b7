package org.penumbra.view.train.card;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.text.TextAlignment;
import org.penumbra.live.train.TrainingFrame;
import org.penumbra.net.image.ImageResponse;
import org.penumbra.net.image.ImageSettings;
import org.penumbra.view.lab.TitledCard;
import org.penumbra.view.widget.DigitView;
import org.penumbra.view.widget.symbol.SymbolButton;

/** Some held-out images that stay the same over the run, what the network makes of them and what it says they are. */
public final class WatchedImagesCard extends TitledCard {

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final Strip strip = new Strip();

    public WatchedImagesCard() {
        super("watched", "The same images over the whole run");
        remark("wrong answers are red");
        fill(strip);
    }

    /**
     * Shows the watched images of a frame; null takes them away.
     *
     * @param labels their classes, as many as there are
     */
    public void show(TrainingFrame frame, int[] labels, List<String> classes) {
        strip.show(frame, labels, classes);
    }

    /** One column an image. */
    private static final class Strip extends Region {

        private static final double GAP = 8;
        /** The longest name of a class beside which a percentage has room, letters. */
        private static final int SHORT = 2;
        /** Height of a line in letters. */
        private static final double LINE = 1.3;

        private final List<DigitView> inputs = new ArrayList<>();
        private final List<DigitView> outputs = new ArrayList<>();
        private final List<Label> answers = new ArrayList<>();
        private final SymbolButton input = new SymbolButton(TrainSymbols.INPUT, null);
        private final SymbolButton output = new SymbolButton(TrainSymbols.RECONSTRUCTION, null);
        private final SymbolButton answer = new SymbolButton(TrainSymbols.ANSWER, null);
        private boolean reconstructs;
        private boolean inTwoLines;
        /** The inputs as they are shown; they are the same over the whole run. */
        private float[] watched;

        Strip() {
            getStyleClass().add("strip");
            setMinSize(0, 0);
        }

        public void show(TrainingFrame frame, int[] labels, List<String> classes) {
            int count = frame == null ? 0 : frame.response().count();
            boolean decoded = frame != null && frame.response().reconstructions().length > 0;
            if (count != inputs.size() || decoded != reconstructs) {
                rebuild(count, decoded);
            }
            inTwoLines = classes.stream().anyMatch(name -> name.length() > SHORT);
            for (int i = 0; i < count; i++) {
                if (frame.watched() != watched) {
                    inputs.get(i).show(image(frame.watched(), i));
                }
                if (decoded) {
                    outputs.get(i).show(image(frame.response().reconstructions(), i));
                }
                tell(answers.get(i), frame.response(), i, labels[i], classes);
            }
            watched = frame == null ? null : frame.watched();
        }

        private void rebuild(int count, boolean decoded) {
            reconstructs = decoded;
            inputs.clear();
            outputs.clear();
            answers.clear();
            watched = null;
            for (int i = 0; i < count; i++) {
                inputs.add(new DigitView(1));
                if (decoded) {
                    outputs.add(new DigitView(1));
                }
                Label label = new Label();
                label.getStyleClass().add("answer");
                label.setAlignment(Pos.CENTER);
                label.setTextAlignment(TextAlignment.CENTER);
                // What it says changes with every frame; the window need not be laid out for that.
                label.setManaged(false);
                answers.add(label);
            }
            getChildren().setAll(inputs);
            getChildren().addAll(outputs);
            getChildren().addAll(answers);
            if (count > 0) {
                getChildren().addAll(input, answer);
            }
            if (decoded && count > 0) {
                getChildren().add(output);
            }
        }

        private void tell(Label label, ImageResponse response, int i, int truth, List<String> classes) {
            int answer = response.answer(i);
            label.setText(String.format(
                    Locale.ROOT,
                    inTwoLines ? "%s%n%.0f %%" : "%s  %.0f %%",
                    classes.get(answer),
                    100 * response.scores()[i * response.classes() + answer]));
            label.pseudoClassStateChanged(WRONG, answer != truth);
            label.setAccessibleText(
                    classes.get(truth) + (answer == truth ? ", answered right" : ", taken for " + classes.get(answer)));
        }

        private static float[] image(float[] all, int i) {
            return Arrays.copyOfRange(all, i * ImageSettings.PIXELS, (i + 1) * ImageSettings.PIXELS);
        }

        @Override
        protected void layoutChildren() {
            int count = inputs.size();
            if (count == 0) {
                return;
            }
            double words = Math.ceil(Math.max(
                    answer.prefHeight(-1),
                    inTwoLines ? 2 * answers.get(0).getFont().getSize() * LINE : 0));
            double left = Math.ceil(Math.max(output.prefWidth(-1), input.prefWidth(-1)));
            int rows = reconstructs ? 2 : 1;
            double column = (getWidth() - left) / count;
            double side = Math.floor(
                    Math.max(ImageSettings.SIDE, Math.min(column - GAP, (getHeight() - words - 4 * rows) / rows)));
            for (int i = 0; i < count; i++) {
                double x = Math.rint(left + i * column + (column - side) / 2);
                inputs.get(i).resizeRelocate(x, 0, side, side);
                if (reconstructs) {
                    outputs.get(i).resizeRelocate(x, side + 4, side, side);
                }
                answers.get(i)
                        .resizeRelocate(Math.rint(left + i * column), rows * (side + 4), Math.floor(column), words);
            }
            place(input, 0, left, side);
            place(output, side + 4, left, side);
            place(answer, rows * (side + 4), left, words);
        }

        private static void place(Region symbol, double y, double width, double height) {
            double own = symbol.prefHeight(-1);
            symbol.resizeRelocate(0, Math.rint(y + (height - own) / 2), width, own);
        }
    }
}
