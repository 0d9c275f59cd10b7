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
    private List<String> classes = List.of();
    private String sample = "";
    private int[][] shown = {};

    public ConfusionCard() {
        super("confusion", "Confusion");
        remark("");
        fill(matrix);
    }

    /** Shows the counts of a frame; null takes them away. */
    public void show(TrainingFrame frame, List<String> names) {
        int[][] counts = frame == null ? new int[0][] : frame.confusion();
        if (counts == shown && names.equals(classes)) {
            // Most frames bring no new answers to these images.
            return;
        }
        shown = counts;
        classes = names;
        int count = Arrays.stream(counts).flatMapToInt(Arrays::stream).sum();
        sample = count == 0 ? "" : "sample of " + NumberScale.grouped(count) + " held-out images";
        matrix.show(count == 0 ? new int[0][] : counts, names);
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
