package org.penumbra.fitting;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.penumbra.data.image.ImageSet;
import org.penumbra.detector.FitWatcher;
import org.penumbra.detector.Fitted;
import org.penumbra.detector.Opinion;
import org.penumbra.net.Evidence;
import org.penumbra.net.image.ImageClassifier;

/**
 * What a fitted detector says of a set of images, in the order of the set.
 *
 * @param best       n, the likeliest class of each
 * @param acceptance n, in [0, 1], or NaN: what is held against a threshold
 * @param ranking    n, larger for what is better known
 * @param seconds    it took to judge them, the network's answers left out, s
 */
public record DetectorAnswers(int[] best, double[] acceptance, double[] ranking, double seconds) {

    /** Images judged at once, which bounds the memory. */
    private static final int CHUNK = 250;

    /**
     * Asks detectors of one network about images. Gamma is left out.
     *
     * @param watcher is told how far it has come after every 250 images
     * @return of each detector, in their order
     * @throws org.penumbra.detector.FitStopped when the watcher ends it
     */
    public static List<DetectorAnswers> of(
            ImageClassifier network, List<Fitted> detectors, ImageSet images, FitWatcher watcher) {
        Set<Evidence.Part> parts = EnumSet.noneOf(Evidence.Part.class);
        detectors.forEach(one -> parts.addAll(one.needs()));
        parts.remove(Evidence.Part.GAMMA);
        int count = images.count();
        List<int[]> best = new ArrayList<>();
        List<Opinion> all = new ArrayList<>();
        for (Fitted ignored : detectors) {
            best.add(new int[count]);
            all.add(Opinion.empty(count, 1));
        }
        double[] seconds = new double[detectors.size()];
        for (int from = 0; from < count; from += CHUNK) {
            watcher.at((double) from / count);
            ImageSet part = images.part(from, Math.min(count, from + CHUNK));
            Evidence evidence = ImageFitData.evidence(network, part, parts, FitWatcher.NONE);
            for (int i = 0; i < detectors.size(); i++) {
                long start = System.nanoTime();
                Opinion opinion = detectors.get(i).judge(evidence);
                seconds[i] += (System.nanoTime() - start) / 1e9;
                System.arraycopy(opinion.acceptance(), 0, all.get(i).acceptance(), from, part.count());
                System.arraycopy(opinion.ranking(), 0, all.get(i).ranking(), from, part.count());
                for (int row = 0; row < part.count(); row++) {
                    best.get(i)[from + row] = opinion.answer(row);
                }
            }
        }
        watcher.at(1);
        List<DetectorAnswers> said = new ArrayList<>();
        for (int i = 0; i < detectors.size(); i++) {
            said.add(new DetectorAnswers(
                    best.get(i), all.get(i).acceptance(), all.get(i).ranking(), seconds[i]));
        }
        return said;
    }
}
