package org.penumbra.view.train.card;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.penumbra.live.train.TrainingFrame;
import org.penumbra.view.lab.TitledCard;
import org.penumbra.view.widget.NumberScale;

/** Which class is taken for which, over some held-out images. */
public final class ConfusionCard extends TitledCard {

    private final ConfusionView matrix = new ConfusionView(this::read);
    private final Awaited place = new Awaited(matrix);
    private List<String> classes = List.of();
    private String sample = "";
    private int[][] shown = {};

    public ConfusionCard() {
        super("confusion", "Confusion");
        remark("");
        fill(place);
    }

    /**
     * Shows the counts of a frame; null takes them away.
     *
     * @param heldOut whether images are held out, of which there are counts after some steps
     */
    public void show(TrainingFrame frame, List<String> names, boolean heldOut) {
        int[][] counts = frame == null ? new int[0][] : frame.confusion();
        if (counts == shown && names.equals(classes)) {
            // Most frames bring no new answers to these images.
            return;
        }
        shown = counts;
        classes = names;
        int count = Arrays.stream(counts).flatMapToInt(Arrays::stream).sum();
        sample = count == 0 ? "" : NumberScale.grouped(count) + " held-out images";
        matrix.show(count == 0 ? new int[0][] : counts, names);
        place.say(
                count > 0
                        ? ""
                        : heldOut
                                ? "The first answers come after some steps."
                                : "No images are held out, so there are none to count.");
    }

    private void read(ConfusionView.Cell cell) {
        remark(cell == null ? sample : words(cell));
    }

    private String words(ConfusionView.Cell cell) {
        String label = classes.get(cell.label());
        String taken = cell.label() == cell.answer()
                ? label + " is right"
                : label + " taken for " + classes.get(cell.answer());
        return String.format(Locale.ROOT, "%s: %d of %d", taken, cell.count(), cell.ofLabel());
    }
}
