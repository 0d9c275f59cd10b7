package org.penumbra.live.draw;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.penumbra.detector.Features;
import org.penumbra.detector.Reason;
import org.penumbra.detector.neighbour.Remembering;
import org.penumbra.net.image.ImageSettings;

/** The nearest training images without the training set: as a detector remembers them, or made again of their codes. */
final class NeighbourImages {

    private static final int PIXELS = ImageSettings.PIXELS;

    private NeighbourImages() {}

    /**
     * The pictures of an answer's neighbours, in their order.
     *
     * @param widthOfCode features of the network's code
     * @param decoder     makes images of codes; null without one
     * @return empty where the reason is another, one of them is not remembered, or there is no decoder for codes
     */
    static List<float[]> of(JudgedAnswer answer, int widthOfCode, UnaryOperator<float[]> decoder) {
        if (!(answer.reason() instanceof Reason.Neighbours nearest)
                || !(answer.detector() instanceof Remembering memory)
                || memory.features() == Features.CODE && decoder == null) {
            return List.of();
        }
        boolean codes = memory.features() == Features.CODE;
        int width = codes ? widthOfCode : PIXELS;
        float[] all = new float[nearest.rows().length * width];
        for (int i = 0; i < nearest.rows().length; i++) {
            OptionalInt index = memory.find(nearest.rows()[i]);
            if (index.isEmpty()) {
                return List.of();
            }
            System.arraycopy(memory.recall(index.getAsInt()), 0, all, i * width, width);
        }
        return cut(codes ? decoder.apply(all) : all);
    }

    private static List<float[]> cut(float[] images) {
        List<float[]> cut = new ArrayList<>();
        for (int from = 0; from < images.length; from += PIXELS) {
            cut.add(Arrays.copyOfRange(images, from, from + PIXELS));
        }
        return cut;
    }
}
