package org.penumbra.live.draw;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.penumbra.detector.Fitted;
import org.penumbra.net.Evidence;
import org.penumbra.net.image.ImageModel;

/**
 * Whose turn it is among the detectors that judge one image after another, one a slice: the quickest first, so that no slow one
 * holds up its answer. Where images come faster than all can judge them, a slow one still has its turn now and then. Confined
 * to the engine's thread.
 */
final class DetectorTurns {

    /** A detector that was passed over for so long goes first, nanoseconds. */
    static final long PATIENCE_NANOS = 250_000_000L;

    private ImageModel model;
    private List<Fitted> detectors = List.of();
    /** What it took the last time, milliseconds; a detector that was never asked counts as quick. */
    private final Map<Fitted, Double> millis = new IdentityHashMap<>();
    /** When it judged last, or was first there to be asked. */
    private final Map<Fitted, Long> since = new IdentityHashMap<>();

    private final List<Fitted> waiting = new ArrayList<>();
    private final List<JudgedAnswer> answers = new ArrayList<>();
    private Evidence evidence;
    private UnaryOperator<float[]> decoder;

    /** Other detectors, whose turns begin with the next image. */
    void of(ImageModel judged, List<Fitted> wanted, long now) {
        model = judged;
        detectors = List.copyOf(wanted);
        millis.keySet().retainAll(detectors);
        since.keySet().retainAll(detectors);
        detectors.forEach(detector -> since.putIfAbsent(detector, now));
        end();
    }

    /** The model whose answers they judge; null for none. */
    ImageModel model() {
        return model;
    }

    /**
     * Another image: nobody has judged it yet.
     *
     * @param said    what the network says of it
     * @param decodes makes images of codes; null without a decoder
     */
    void begin(Evidence said, UnaryOperator<float[]> decodes) {
        end();
        evidence = said;
        decoder = decodes;
        waiting.addAll(detectors);
    }

    /** There is no image to judge. */
    void end() {
        evidence = null;
        waiting.clear();
        answers.clear();
    }

    /** Whether somebody has still to judge the image. */
    boolean isDue() {
        return !waiting.isEmpty();
    }

    /** Whether somebody has been passed over for too long. */
    boolean isOverdue(long now) {
        return waiting.stream().anyMatch(detector -> now - since.get(detector) > PATIENCE_NANOS);
    }

    /** The one that has waited longest judges. */
    void overdue() {
        judge(waiting.stream()
                .reduce((one, other) -> since.get(other) < since.get(one) ? other : one)
                .orElseThrow());
    }

    /** The quickest of those that wait judges. */
    void next() {
        judge(waiting.stream()
                .reduce((one, other) -> usual(other) < usual(one) ? other : one)
                .orElseThrow());
    }

    private double usual(Fitted detector) {
        return millis.getOrDefault(detector, 0.0);
    }

    private void judge(Fitted detector) {
        // Before anything can fail, so that it is not tried again and again.
        waiting.remove(detector);
        since.put(detector, System.nanoTime());
        JudgedAnswer answer =
                JudgedAnswer.of(detector, evidence, detector.about().usualTau());
        millis.put(detector, answer.millis());
        answers.add(answer.recalling(NeighbourImages.of(answer, evidence.code().length, decoder)));
    }

    /** What was said of the present image so far. */
    List<JudgedAnswer> answers() {
        return List.copyOf(answers);
    }
}
