package org.penumbra.view.train.card;

import java.util.ArrayList;
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
import org.penumbra.view.widget.ThemeColours;
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

        private final ThemeColours colours = new ThemeColours(this::repaint);
        private final ImageRow inputs = new ImageRow("The watched images", colours);
        private final ImageRow outputs = new ImageRow("What the network makes of the watched images", colours);
        private final List<Label> answers = new ArrayList<>();
        private final SymbolButton input = new SymbolButton(TrainSymbols.INPUT, null);
        private final SymbolButton output = new SymbolButton(TrainSymbols.RECONSTRUCTION, null);
        private final SymbolButton answer = new SymbolButton(TrainSymbols.ANSWER, null);
        private boolean reconstructs;
        private boolean inTwoLines;

        Strip() {
            getStyleClass().add("strip");
            setMinSize(0, 0);
        }

        public void show(TrainingFrame frame, int[] labels, List<String> classes) {
            int count = frame == null ? 0 : frame.response().count();
            boolean decoded = frame != null && frame.response().reconstructions().length > 0;
            boolean two = classes.stream().anyMatch(name -> name.length() > SHORT);
            if (count != answers.size() || decoded != reconstructs || two != inTwoLines) {
                inTwoLines = two;
                rebuild(count, decoded);
            }
            for (int i = 0; i < count; i++) {
                tell(answers.get(i), frame.response(), i, labels[i], classes);
            }
            if (count > 0) {
                inputs.show(frame.watched());
                outputs.show(frame.response().reconstructions());
            }
        }

        private void repaint() {
            inputs.paint();
            outputs.paint();
        }

        private void rebuild(int count, boolean decoded) {
            reconstructs = decoded;
            answers.clear();
            for (int i = 0; i < count; i++) {
                Label label = new Label();
                label.getStyleClass().add("answer");
                label.setAlignment(Pos.CENTER);
                label.setTextAlignment(TextAlignment.CENTER);
                // What it says changes with every frame; the window need not be laid out for that.
                label.setManaged(false);
                answers.add(label);
            }
            getChildren().setAll(colours);
            if (count > 0) {
                getChildren().addAll(inputs, input, answer);
                getChildren().addAll(answers);
            }
            if (decoded && count > 0) {
                getChildren().addAll(outputs, output);
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

        @Override
        protected void layoutChildren() {
            int count = answers.size();
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
            // More classes than there is room for are shown smaller than they are, rather than over one another.
            side = Math.max(1, Math.min(side, Math.floor(column)));
            inputs.place(left, 0, column, side);
            outputs.place(left, side + 4, column, side);
            for (int i = 0; i < count; i++) {
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
